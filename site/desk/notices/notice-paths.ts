import type { NoticeTypeId } from '#shared/election/notice.ts';
import { screens } from '../paths.ts';

const part = encodeURIComponent;

/** Addresses below the notices of an election, or of one of its constituencies. */
export const noticeScreens = {
  overview: screens.notices,
  post: (of: string, constituency: string | undefined, type: NoticeTypeId) =>
    `${screens.notices(of, constituency)}/new/${type}`,
  draft: (of: string, constituency: string | undefined, draft: string) =>
    `${screens.notices(of, constituency)}/drafts/${part(draft)}`,
  supersede: (of: string, constituency: string | undefined, notice: string) =>
    `${screens.notices(of, constituency)}/${part(notice)}/supersede`,
  add: (of: string, constituency: string | undefined, notice: string) =>
    `${screens.notices(of, constituency)}/${part(notice)}/add`,
} as const;
