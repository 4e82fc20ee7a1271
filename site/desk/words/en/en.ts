import { accounts } from './accounts.ts';
import { acts } from './acts.ts';
import { common } from './common.ts';
import { decisions } from './decisions.ts';
import { forms } from './forms.ts';
import { front } from './front.ts';
import { home } from './home.ts';
import { notices } from './notices.ts';
import { progress } from './progress.ts';
import { report } from './report.ts';
import { shell } from './shell.ts';
import { trail } from './trail.ts';

/** The English words of the desk, a file for each screen. Its shape is what the other two languages fill. */
export const en = {
  front,
  common,
  shell,
  forms,
  home,
  progress,
  report,
  acts,
  decisions,
  trail,
  notices,
  accounts,
};
