import type { event as english } from '../en/acts-event.ts';

export const event: typeof english = {
  title: '去世、喪失資格或退出競選',
  who: '誰發生了甚麼事？',
  candidate: '候選人',
  candidateMissing: '請指明哪名候選人。',
  what: '發生的事',
  whatMissing: '請指明發生了甚麼事。',
  events: { died: '去世', disqualified: '喪失資格', withdrawn: '退出競選' },
  about: {
    died: '選舉主任信納該候選人已去世。',
    disqualified: '選舉主任信納該候選人已喪失資格。',
    withdrawn: '只限提名期內。',
  },
  when: '你何時信納此事？',
  whenHint: '後果取決於此時刻，而非事情何時發生或何時輸入。',
  satisfiedAt: '信納的時間',
  satisfiedMissing: '請填寫信納此事的日期和時間。',
  reason: '備註（可不填）',
  reasonHint: '任何人都可看到。',
  follows: {
    struck_off:
      '投票日之前：從名單剔除該姓名，不予補上，其後的姓名依次遞升。如餘下的候選人不多於議席數目，則無須投票，請自行確認。',
    terminated: '整個選區或界別的選舉程序終止。不再接受報告，亦不會有結果。',
    replaced:
      '投票結束之後：繼續點票，該姓名保留其位置。如取得議席，由同一名單的下一名未當選者補上；議席不會轉往另一名單。',
    not_replaced: '投票結束之後：繼續點票。如該候選人勝出，議席懸空，選舉在此範圍內未能完成；無人補上。',
    too_late: '提名期已結束，不能再退出競選，此記錄將不獲接納。',
  },
};
