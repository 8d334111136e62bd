import { DESKTOP_MENU, FILE_MANAGER, FONTS, GTK_2, GTK_3, OPENBOX, PANEL, TERMINAL_LOOK, THEME } from './session.look.js';
import { FILES_SCRIPT, FURNISH_SCRIPT, START_SCRIPT, TERMINAL_SCRIPT, WELCOME_SCRIPT, WELCOME_TEXT } from './session.scripts.js';

/** One file shown read-only at `/opt/suimon/<path>`. */
export interface SessionFile { readonly path: string; readonly text: string; readonly program?: boolean }

/** All files of the desktop session, the same for every workspace. */
export const SESSION_FILES: readonly SessionFile[] = [
  { path: 'start', text: START_SCRIPT, program: true },
  { path: 'furnish', text: FURNISH_SCRIPT, program: true },
  { path: 'terminal', text: TERMINAL_SCRIPT, program: true },
  { path: 'files', text: FILES_SCRIPT, program: true },
  { path: 'welcome', text: WELCOME_SCRIPT, program: true },
  { path: 'welcome.txt', text: WELCOME_TEXT },
  { path: 'openbox.xml', text: OPENBOX },
  { path: 'menu.xml', text: DESKTOP_MENU },
  { path: 'tint2rc', text: PANEL },
  { path: 'fonts.conf', text: FONTS },
  { path: 'share/themes/Suimon/openbox-3/themerc', text: THEME },
  { path: 'xdg/pcmanfm/suimon/pcmanfm.conf', text: FILE_MANAGER },
  { path: 'gtkrc-2.0', text: GTK_2 },
  { path: 'xdg/gtk-3.0/settings.ini', text: GTK_3 },
  { path: 'xdg/xfce4/terminal/terminalrc', text: TERMINAL_LOOK },
];
