/** The look of the desktop: quiet colours, few things, both languages. Plain configuration texts of Debian programs. */
const INK = '#22303c';
const PAPER = '#f4f6f7';
const WATER = '#2f5d73';
const BACKDROP = '#cfdde3';

const MENU: readonly (readonly [label: string, command: string])[] = [
  ['ターミナル Terminal', '/opt/suimon/terminal'],
  ['Python', '/opt/suimon/terminal /usr/bin/python3'],
  ['R', '/opt/suimon/terminal /usr/bin/R --no-save'],
  ['エディター Editor', 'mousepad'],
  ['ファイル Files', '/opt/suimon/files /home/researcher'],
];
const FOLDERS: readonly (readonly [label: string, command: string])[] = [
  ['データ /data', '/opt/suimon/files /data'],
  ['受け入れ /imports', '/opt/suimon/files /imports'],
  ['共有 /project', '/opt/suimon/files /project'],
  ['エクスポート /outbox', '/opt/suimon/files /outbox'],
  ['ご案内 Welcome', '/opt/suimon/terminal /opt/suimon/welcome'],
];

const items = (entries: typeof MENU) => entries.map(([label, command]) => `<item label="${label}"><action name="Execute"><command>${command}</command></action></item>`).join('\n');

export const DESKTOP_MENU = `<?xml version="1.0" encoding="UTF-8"?>
<openbox_menu xmlns="http://openbox.org/3.4/menu">
<menu id="root-menu" label="Suimon">
${items(MENU)}
<separator/>
${items(FOLDERS)}
</menu>
</openbox_menu>
`;

const font = (place: string, weight: string) => `<font place="${place}"><name>Noto Sans CJK JP</name><size>10</size><weight>${weight}</weight><slant>Normal</slant></font>`;
const key = (keys: string, action: string) => `<keybind key="${keys}"><action name="${action}"/></keybind>`;
const mouse = (button: string, event: string, action: string) => `<mousebind button="${button}" action="${event}">${action}</mousebind>`;
const raise = '<action name="Focus"/><action name="Raise"/>';

export const OPENBOX = `<?xml version="1.0" encoding="UTF-8"?>
<openbox_config xmlns="http://openbox.org/3.4/rc">
<focus><focusNew>yes</focusNew></focus>
<placement><policy>Smart</policy><center>yes</center></placement>
<theme><name>Suimon</name><titleLayout>LIMC</titleLayout><keepBorder>yes</keepBorder>
${font('ActiveWindow', 'Bold')}${font('InactiveWindow', 'Normal')}${font('MenuHeader', 'Bold')}${font('MenuItem', 'Normal')}</theme>
<desktops><number>1</number><popupTime>0</popupTime></desktops>
<keyboard>${key('A-F4', 'Close')}${key('A-Tab', 'NextWindow')}</keyboard>
<mouse>
<context name="Titlebar">${mouse('Left', 'Drag', '<action name="Move"/>')}${mouse('Left', 'DoubleClick', '<action name="ToggleMaximize"/>')}</context>
<context name="Titlebar Top Right Bottom Left TLCorner TRCorner BRCorner BLCorner">${mouse('Left', 'Press', raise)}</context>
${['Top', 'Right', 'Bottom', 'Left'].map((edge) => `<context name="${edge}">${mouse('Left', 'Drag', `<action name="Resize"><edge>${edge.toLowerCase()}</edge></action>`)}</context>`).join('')}
<context name="TLCorner TRCorner BRCorner BLCorner">${mouse('Left', 'Drag', '<action name="Resize"/>')}</context>
<context name="Client">${mouse('Left', 'Press', raise)}</context>
<context name="Close">${mouse('Left', 'Click', '<action name="Close"/>')}</context>
<context name="Maximize">${mouse('Left', 'Click', '<action name="ToggleMaximize"/>')}</context>
<context name="Iconify">${mouse('Left', 'Click', '<action name="Iconify"/>')}</context>
<context name="Root">${mouse('Right', 'Press', '<action name="ShowMenu"><menu>root-menu</menu></action>')}</context>
</mouse>
<menu><file>/opt/suimon/menu.xml</file></menu>
<applications/>
</openbox_config>
`;

/** Openbox theme `Suimon`. */
export const THEME = `
border.width: 1
padding.width: 8
padding.height: 5
window.client.padding.width: 0
window.client.padding.height: 0
window.active.border.color: ${WATER}
window.inactive.border.color: #b8c4ca
window.active.title.bg: flat solid
window.active.title.bg.color: ${WATER}
window.inactive.title.bg: flat solid
window.inactive.title.bg.color: #dfe6e9
window.active.label.bg: parentrelative
window.inactive.label.bg: parentrelative
window.active.label.text.color: #ffffff
window.inactive.label.text.color: #5b6a73
window.label.text.justify: left
window.active.button.*.bg: parentrelative
window.inactive.button.*.bg: parentrelative
window.active.button.*.image.color: #ffffff
window.inactive.button.*.image.color: #5b6a73
window.handle.width: 0
menu.border.width: 1
menu.border.color: #b8c4ca
menu.items.bg: flat solid
menu.items.bg.color: #ffffff
menu.items.text.color: ${INK}
menu.items.active.bg: flat solid
menu.items.active.bg.color: ${WATER}
menu.items.active.text.color: #ffffff
menu.title.bg: flat solid
menu.title.bg.color: ${PAPER}
menu.title.text.color: ${INK}
osd.bg: flat solid
osd.bg.color: #ffffff
osd.label.text.color: ${INK}
`;

const buttons = MENU.map(([label, command]) => `
button = new
button_text = ${label}
button_lclick_command = ${command}
button_font = Noto Sans CJK JP 10
button_font_color = #ffffff 100
button_padding = 12 0
button_background_id = 3
button_centered = 1
`).join('');

/** The panel at the bottom: programs, open windows, clock. Backgrounds: 1 panel, 2 window, 3 button. */
export const PANEL = `
rounded = 0
border_width = 0
background_color = ${WATER} 100
rounded = 4
border_width = 0
background_color = #ffffff 16
background_color_hover = #ffffff 28
rounded = 4
border_width = 0
background_color = #ffffff 0
background_color_hover = #ffffff 22
panel_items = ${'P'.repeat(MENU.length)}TC
panel_size = 100% 38
panel_position = bottom center horizontal
panel_padding = 8 4 6
panel_background_id = 1
panel_layer = top
wm_menu = 0
strut_policy = follow_size
${buttons}
taskbar_mode = single_desktop
taskbar_padding = 6 0 6
task_text = 1
task_icon = 0
task_maximum_size = 220 38
task_padding = 10 2
task_font = Noto Sans CJK JP 10
task_font_color = #ffffff 100
task_background_id = 3
task_active_background_id = 2
time1_format = %H:%M
time1_font = Noto Sans CJK JP 11
clock_font_color = #ffffff 100
clock_padding = 12 0
`;

/** Profile of the file manager, which also draws the backdrop and the folder icons. */
export const FILE_MANAGER = `[config]
bm_open_method=0
[volume]
mount_on_startup=0
mount_removable=0
autorun=0
[desktop]
wallpaper_mode=color
desktop_bg=${BACKDROP}
desktop_fg=${INK}
desktop_shadow=${BACKDROP}
desktop_font=Noto Sans CJK JP 10
show_wm_menu=1
show_documents=0
show_trash=0
show_mounts=0
[ui]
win_width=820
win_height=520
side_pane_mode=places
view_mode=list
show_hidden=0
sort=name;ascending;
`;

/** GTK 3 programs, and GTK 2 ones without its grey relief. */
export const GTK_3 = `[Settings]
gtk-font-name=Noto Sans CJK JP 10
gtk-icon-theme-name=Adwaita
gtk-recent-files-enabled=false
`;
export const GTK_2 = `
gtk-font-name="Noto Sans CJK JP 10"
gtk-icon-theme-name="Adwaita"
style "calm" {
  xthickness=1
  ythickness=1
  bg[NORMAL]="${PAPER}"
  bg[PRELIGHT]="#e3ebee"
  bg[SELECTED]="${WATER}"
  base[SELECTED]="${WATER}"
  base[ACTIVE]="#9fb6c1"
  fg[NORMAL]="${INK}"
  text[NORMAL]="${INK}"
}
class "GtkWidget" style "calm"
`;

export const TERMINAL_LOOK = `[Configuration]
FontName=Noto Sans Mono CJK JP 11
FontUseSystem=FALSE
ColorForeground=${INK}
ColorBackground=#fcfcfa
ColorCursor=${WATER}
ColorUseTheme=FALSE
MiscMenubarDefault=FALSE
MiscBellUrgent=FALSE
ScrollingLines=10000
ColorPalette=${INK};#a33a3a;#3c7a4b;#8a6d1f;#2f5d93;#7a4a87;#2f7a7a;#8f9aa1;#5b6a73;#c24d4d;#4f9a60;#a98a34;#477bb5;#97639f;#439a9a;#ffffff
`;

/** Fonts: few folders, so that the first start need not index them all; Japanese first. */
export const FONTS = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
<dir>/usr/share/fonts/opentype/noto</dir><dir>/usr/share/fonts/truetype</dir><dir>/usr/local/share/fonts</dir>
<cachedir prefix="xdg">fontconfig</cachedir>
<alias binding="strong"><family>sans-serif</family><prefer><family>Noto Sans CJK JP</family><family>DejaVu Sans</family></prefer></alias>
<alias binding="strong"><family>serif</family><prefer><family>Noto Serif CJK JP</family><family>DejaVu Serif</family></prefer></alias>
<alias binding="strong"><family>monospace</family><prefer><family>Noto Sans Mono CJK JP</family><family>DejaVu Sans Mono</family></prefer></alias>
<include ignore_missing="yes">/etc/fonts/conf.d</include>
</fontconfig>
`;
