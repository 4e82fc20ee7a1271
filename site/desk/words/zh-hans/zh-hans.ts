import type { DeskWords } from '../load.ts';
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

export const zhHans: DeskWords = {
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
