# Writes the data sets of R's survival package as CSV: <outDir>/<slug>/<version>/<table>.csv.
# Column names and values stay as the package has them, so published analyses can be repeated.
# Missing values are empty fields. Usage: Rscript --vanilla export-survival.R <outDir>

outDir <- commandArgs(trailingOnly = TRUE)[1]
if (is.na(outDir)) stop("usage: export-survival.R <outDir>")
if (!requireNamespace("survival", quietly = TRUE)) {
  stop("the R package 'survival' is missing; on Debian: apt-get install r-cran-survival")
}
options(scipen = 999) # 100000 stays 100000

sets <- list(
  "ncctg-lung-cancer/1.0.0/patients" = survival::lung,
  "mayo-pbc/1.0.0/baseline" = survival::pbc,
  "mayo-pbc/1.0.0/visits" = survival::pbcseq,
  "colon-adjuvant-trial/1.0.0/events" = survival::colon,
  "va-lung-cancer-trial/1.0.0/patients" = survival::veteran,
  "cgd-interferon-trial/1.0.0/intervals" = survival::cgd,
  "diabetic-retinopathy-trial/1.0.0/eyes" = survival::retinopathy,
  "mayo-mgus-cohort/1.0.0/patients" = survival::mgus2,
  "rotterdam-breast-cancer/1.0.0/patients" = survival::rotterdam,
  "nafld-cohort/1.0.0/subjects" = survival::nafld1,
  "nafld-cohort/1.0.0/measurements" = survival::nafld2,
  "nafld-cohort/1.0.0/outcomes" = survival::nafld3
)

for (name in names(sets)) {
  path <- file.path(outDir, paste0(name, ".csv"))
  dir.create(dirname(path), recursive = TRUE, showWarnings = FALSE)
  frame <- as.data.frame(sets[[name]])
  textual <- vapply(frame, function(column) is.factor(column) || is.character(column), logical(1))
  if (any(grepl('[",\r\n]', unlist(lapply(frame[textual], as.character))))) {
    stop(name, ": a value would need quoting")
  }
  utils::write.csv(frame, path, row.names = FALSE, quote = FALSE, na = "", fileEncoding = "UTF-8", eol = "\n")
}
cat(sprintf("survival %s: %d tables\n", utils::packageVersion("survival"), length(sets)))
