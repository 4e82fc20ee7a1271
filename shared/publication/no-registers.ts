import { noticeRegister, registerFiles } from './notice-register.ts';
import type { RegistersOf } from './version-files.ts';

/** The registers of an election without notices and filings: empty notices are published, and no advertisements. */
export const noRegisters: RegistersOf = ({ defined }, head) => {
  const register = noticeRegister([], defined);
  return [
    { version: register.version, files: registerFiles(head, register, { rows: [], entriesIn: () => [] }) },
  ];
};
