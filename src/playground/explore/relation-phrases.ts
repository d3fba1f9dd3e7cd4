import type { Language } from '../words.js';

/** How a fact reads from its start to its end, and from its end to its start. */
type Phrases = Readonly<Record<Language, readonly [forth: string, back: string]>>;

/** The phrases that the kinds declare for their relations; a test holds them equal. The page cannot load the kinds. */
export const relationPhrases: Readonly<Record<string, Phrases>> = {
  ABOUT: { vi: ['là số liệu về', 'có số liệu là'], en: ['is a figure about', 'is the subject of the figure'] },
  ABSORBED: { vi: ['nhận sáp nhập', 'được sáp nhập vào'], en: ['absorbed', 'was absorbed into'] },
  ADMINISTERS: {
    vi: ['là cơ quan hành chính của', 'có cơ quan hành chính là'],
    en: ['administers', 'is administered by'],
  },
  BORDERS: { vi: ['giáp', 'giáp'], en: ['borders', 'borders'] },
  BROADER: {
    vi: ['là một phần của lĩnh vực', 'bao gồm lĩnh vực'],
    en: ['is a part of the field', 'includes the field'],
  },
  CHAIRED: { vi: ['chủ trì', 'được chủ trì bởi'], en: ['chaired', 'was chaired by'] },
  COMMEMORATES: { vi: ['kỷ niệm', 'được kỷ niệm bằng'], en: ['commemorates', 'is commemorated by'] },
  CONCLUDED_AT: {
    vi: ['được ký, trao hoặc thông qua nhân dịp', 'là dịp ký, trao hoặc thông qua'],
    en: ['was concluded on the occasion of', 'was the occasion for concluding'],
  },
  DURING: { vi: ['diễn ra trong khuôn khổ', 'là khuôn khổ diễn ra'], en: ['took place during', 'was the occasion of'] },
  HAS_TOPIC: { vi: ['thuộc lĩnh vực', 'là lĩnh vực của'], en: ['is about', 'is a topic of'] },
  HELD_IN: { vi: ['diễn ra tại', 'là nơi diễn ra'], en: ['took place in', 'was the place of'] },
  HOLDS: { vi: ['giữ chức', 'có người giữ chức là'], en: ['has held the office of', 'has had as its holder'] },
  HOSTED: { vi: ['là bên mời hoặc đón', 'có bên mời hoặc đón là'], en: ['was a host of', 'had as a host'] },
  INVOLVED_IN: { vi: ['có vai trò trong', 'có sự góp mặt của'], en: ['had a part in', 'involved'] },
  IN_COUNTRY: { vi: ['thuộc', 'có'], en: ['belongs to', 'has'] },
  MEMBER_OF: { vi: ['là thành viên của', 'có thành viên là'], en: ['is a member of', 'has as a member'] },
  OFFICE_OF: { vi: ['là một chức vụ của', 'có chức vụ'], en: ['is an office of', 'has the office of'] },
  PAID: { vi: ['thực hiện', 'được thực hiện bởi'], en: ['paid', 'was paid by'] },
  PARTICIPATED_IN: { vi: ['tham dự', 'có sự tham dự của'], en: ['took part in', 'had as a participant'] },
  PARTY_TO: { vi: ['là một bên của', 'có một bên là'], en: ['is a party to', 'has as a party'] },
  PART_OF: { vi: ['là một bộ phận của', 'có bộ phận là'], en: ['is a part of', 'has as a part'] },
  SESSION_OF: { vi: ['là một kỳ họp của', 'có kỳ họp là'], en: ['is a session of', 'has as a session'] },
  SIGNED: { vi: ['ký', 'được ký bởi'], en: ['signed', 'was signed by'] },
  SUCCESSOR_OF: { vi: ['hình thành từ', 'là tiền thân của'], en: ['came out of', 'is a predecessor of'] },
  SUPPLEMENTS: { vi: ['bổ sung cho', 'được bổ sung bởi'], en: ['supplements', 'is supplemented by'] },
  VISIT_TO: { vi: ['có điểm đến là', 'là điểm đến của'], en: ['went to', 'was the destination of'] },
  WITHIN: { vi: ['được tổ chức trong khuôn khổ', 'bao gồm'], en: ['was held within', 'included'] },
  WITNESSED: {
    vi: ['chứng kiến việc ký hoặc trao', 'được ký hoặc trao trước sự chứng kiến của'],
    en: ['witnessed the signing or exchange of', 'was signed or exchanged in the presence of'],
  },
};

/** How a fact of a type reads, seen from one end; a type of one's own by its own name. */
export const phraseOf = (type: string, isForth: boolean, language: Language): string =>
  relationPhrases[type]?.[language][isForth ? 0 : 1] ??
  `${isForth ? '→' : '←'} ${type.toLowerCase().replaceAll('_', ' ')}`;
