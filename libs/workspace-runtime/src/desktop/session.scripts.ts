/** Line of the log that says the desktop stands. */
export const DESKTOP_READY = 'suimon: desktop ready';
/** Exit code of the session when the display server ended, and when the window manager did. */
export const DISPLAY_ENDED = 70;
export const DESKTOP_ENDED = 71;

/**
 * First program of a workspace. It runs the display server, waits until the controller has taken the socket out of the
 * researcher's reach (`go`), then starts the desktop, and ends when either ends.
 * The clipboard is closed on every side: `-AllowOverride` and `-noclipboard` because `vncconfig` could open it from within.
 */
export const START_SCRIPT = `#!/bin/bash
umask 007
mkdir -p -m 1777 /tmp/.X11-unix
mkdir -p -m 0700 /tmp/runtime
/run/suimon/server/Xvnc :1 -geometry "$SUIMON_GEOMETRY" -depth 24 -desktop Workspace \\
  -rfbport -1 -rfbunixpath /run/suimon/display/rfb -rfbunixmode 0600 -SecurityTypes None -UseBlacklist 0 \\
  -AcceptCutText=0 -SendCutText=0 -SendPrimary=0 -SetPrimary=0 -MaxCutText=0 -AllowOverride= -noclipboard \\
  -AcceptSetDesktopSize=1 -AlwaysShared=1 -nolisten tcp -noreset -dpms -s 0 -Log '*:stderr:0' &
display=$!
until [ -e /opt/suimon/go ]; do
  kill -0 "$display" 2>/dev/null || { echo 'suimon: the display server ended'; exit ${DISPLAY_ENDED}; }
  sleep 0.05
done
# Of all in this workspace, the researcher's programs go first when its memory is used up.
echo 700 > /proc/$BASHPID/oom_score_adj
if command -v dbus-daemon >/dev/null; then
  export DBUS_SESSION_BUS_ADDRESS=unix:path=/tmp/runtime/bus
  dbus-daemon --session --nopidfile --nosyslog --address="$DBUS_SESSION_BUS_ADDRESS" >/dev/null 2>&1 &
fi
openbox --config-file /opt/suimon/openbox.xml >/dev/null 2>&1 &
desktop=$!
for attempt in {1..400}; do
  xprop -root _NET_SUPPORTING_WM_CHECK 2>/dev/null | grep -q 'window id' && break
  kill -0 "$desktop" 2>/dev/null || { echo 'suimon: the window manager ended'; exit ${DESKTOP_ENDED}; }
  sleep 0.05
done
/opt/suimon/furnish >/dev/null 2>&1 &
echo '${DESKTOP_READY}'
echo 300 > /proc/$BASHPID/oom_score_adj
wait -n -p ended "$display" "$desktop"
code=$?
[ "$code" = 137 ] && exit 137
# A lost display ends the window manager too, and it may be noticed first.
sleep 0.3
kill -0 "$display" 2>/dev/null || ended=$display
[ "$ended" = "$display" ] && { echo "suimon: the display server ended ($code)"; exit ${DISPLAY_ENDED}; }
echo "suimon: the desktop ended ($code)"
exit ${DESKTOP_ENDED}
`;

/** What lies on the desktop when it appears. Nothing here is needed for the workspace to count as running. */
export const FURNISH_SCRIPT = `#!/bin/bash
if [ ! -e "$HOME/Desktop" ]; then
  mkdir "$HOME/Desktop"
  mkdir -p "$HOME/.config/gtk-3.0"
  for folder in data imports project outbox; do
    ln -s "/$folder" "$HOME/Desktop/$folder"
    echo "file:///$folder" >> "$HOME/.config/gtk-3.0/bookmarks"
  done
fi
command -v pcmanfm >/dev/null && pcmanfm --profile suimon --desktop &
command -v tint2 >/dev/null && tint2 -c /opt/suimon/tint2rc &
/opt/suimon/terminal /opt/suimon/welcome &
# A file moved here keeps the rights it had. Besides its owner only the airlock can enter this folder, so what lies in it may be read.
while sleep 2; do
  find /outbox -xdev -type d ! -perm -o=rx -exec chmod o+rx {} + 2>/dev/null
  find /outbox -xdev -type f ! -perm -o=r -exec chmod o+r {} + 2>/dev/null
done &
wait
`;

/** A terminal window; with arguments it runs that command in it. */
export const TERMINAL_SCRIPT = `#!/bin/bash
if command -v xfce4-terminal >/dev/null; then
  [ $# -gt 0 ] && exec xfce4-terminal --disable-server --hide-menubar --geometry 92x27 --title 'ターミナル Terminal' -x "$@"
  exec xfce4-terminal --disable-server --hide-menubar --geometry 92x27 --title 'ターミナル Terminal'
fi
exec xterm -fa 'Noto Sans Mono CJK JP' -fs 11 -geometry 92x27 -bg '#fcfcfa' -fg '#22303c' \${1:+-e} "$@"
`;

/** A window of a folder. */
export const FILES_SCRIPT = `#!/bin/bash
command -v thunar >/dev/null && exec thunar "$@"
exec pcmanfm --profile suimon "$@"
`;

/** The first terminal: where things are, in both languages, then a shell. */
export const WELCOME_SCRIPT = `#!/bin/bash
cat /opt/suimon/welcome.txt
exec bash
`;

export const WELCOME_TEXT = `
  水門 Suimon

  この解析環境は、どのネットワークにもつながっていません。
  This workspace is not connected to any network.

    /data       承認されたデータ（読み取り専用）     approved data, read-only
    /imports    承認されたインポート（読み取り専用） approved imports, read-only
    /project    プロジェクトのメンバーと共有         shared with your project
    /outbox     エクスポートしたい結果を置く場所     results you wish to export
    ~           あなただけのフォルダー               your own folder

  エクスポートするには、結果を /outbox に置き、ポータルで申請してください。
  To export results, put them into /outbox and submit them in the portal.

  python3 · R · mousepad        メニューはデスクトップを右クリック
                                Right-click the desktop for a menu.

`;

/** System-wide setup of interactive shells; a researcher's own ~/.bashrc comes after it. */
export const SHELL_SETUP = `
[ -n "$PS1" ] || return
PS1='\\[\\e[34m\\]\\w\\[\\e[0m\\] $ '
alias ls='ls --color=auto'
umask 007
`;
