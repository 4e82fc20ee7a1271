import type { Role } from './acts.ts';
import type { Language } from './text.ts';
import { type WordTable, words } from './words.ts';

export const ROLE_WORDS: WordTable<Role> = {
  public: words('the public', '公眾', '公众'),
  candidate: words('candidate', '候選人', '候选人'),
  presiding_officer: words('Presiding Officer', '投票站主任', '投票站主任'),
  assistant_returning_officer: words('Assistant Returning Officer', '助理選舉主任', '助理选举主任'),
  returning_officer: words('Returning Officer', '選舉主任', '选举主任'),
  chief_electoral_officer: words('Chief Electoral Officer', '總選舉事務主任', '总选举事务主任'),
  commission: words('Electoral Affairs Commission', '選舉管理委員會', '选举管理委员会'),
  observer: words('observer', '觀察員', '观察员'),
};

export const roleWords = (role: Role, language: Language): string => ROLE_WORDS[role][language];
