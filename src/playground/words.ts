import { createContext, useContext } from 'react';

/** The languages of the page. Content from the graph may come in others. */
export type Language = 'vi' | 'en';

const en = {
  tagline: 'Who agreed what with whom, when, where, and on whose word',
  language: 'Language',
  theme: 'Colours',
  themes: { system: 'System', light: 'Light', dark: 'Dark' },
  skipToResult: 'Skip to the answer',
  release: (release: string, date: string) => (release === date ? `Release ${release}` : `Release ${release}, ${date}`),
  rail: 'Questions and reference',
  railTabs: { examples: 'Examples', schema: 'Schema', history: 'History' },
  examples: 'Example questions',
  chooseExample: 'Choose a question',
  editorNeeded: 'Loading the editor …',
  noExamples: 'This graph brings no example questions. Write your own.',
  noHistory: 'Questions you ask are kept here, in this browser only.',
  keep: (question: string) => `Keep: ${question}`,
  forget: (question: string) => `Forget: ${question}`,
  forgetAll: 'Forget all without a star',
  answer: 'Answer',
  ownQuestion: 'Your question',
  views: 'Views',
  rootField: 'field',
  rows: (shown: number, all: number) =>
    shown === all ? `${all} ${all === 1 ? 'row' : 'rows'}` : `${shown} of ${all} rows`,
  moreRows: 'Show all rows',
  milliseconds: (ms: number) => `${ms.toLocaleString('en')} ms`,
  sortBy: (column: string) => `Sort by ${column}`,
  copyCsv: 'Copy CSV',
  copyJson: 'Copy JSON',
  copied: 'Copied',
  notCopied: 'The browser did not allow copying',
  share: 'Copy link',
  widen: 'Hide the question',
  narrow: 'Show the question',
  linkCopied: 'Link copied',
  cite: (count: number) => `Cite this answer (${count})`,
  citations: 'Sources of this answer',
  copyCitations: 'Copy sources',
  citedRelease: (release: string) => `Entente, release ${release}`,
  running: 'Asking the graph …',
  stopped: 'Stopped before an answer came.',
  empty: 'Nothing in the graph answers this question.',
  emptyHint: 'Check the names, ids and dates, or loosen the filters.',
  notShown: (needs: string) => `This view needs ${needs}.`,
  faults: (count: number) => (count === 1 ? 'The server reports an error' : `The server reports ${count} errors`),
  partial: 'What could be answered is shown below.',
  faultAt: (line: number, column: number) => `line ${line}, column ${column}`,
  faultIn: 'in',
  unreachable: 'The server does not answer',
  unreachableHint: 'It may be down, or you may be offline. Your question is kept.',
  retry: 'Try again',
  unsendable: 'The variables are not valid JSON',
  question: 'Question in GraphQL',
  query: 'Query',
  variables: 'Variables (JSON)',
  run: 'Run',
  runAgain: 'Run again',
  stop: 'Stop',
  format: 'Prettify',
  openEditor: 'Open the full editor',
  editorFailed: 'The full editor could not be loaded. You can go on in plain text.',
  notFormatted: 'Not prettified, as it cannot be parsed',
  keysPlain: [['Ctrl+Enter', 'run']],
  keys: [
    ['Ctrl+Enter', 'run'],
    ['Ctrl+Space', 'complete'],
    ['Shift+Alt+F', 'prettify'],
    ['Enter', 'type in the focused editor'],
    ['Ctrl+M', 'let Tab leave it (Mac: Ctrl+Shift+M)'],
  ],
};

/** Every text of the page, in one language. */
export type Words = typeof en;

const vi: Words = {
  tagline: 'Ai đã thỏa thuận điều gì với ai, khi nào, ở đâu, theo lời ai',
  language: 'Ngôn ngữ',
  theme: 'Màu sắc',
  themes: { system: 'Hệ thống', light: 'Sáng', dark: 'Tối' },
  skipToResult: 'Đến thẳng câu trả lời',
  release: (release, date) => (release === date ? `Bản phát hành ${release}` : `Bản phát hành ${release}, ${date}`),
  rail: 'Câu hỏi và tra cứu',
  railTabs: { examples: 'Ví dụ', schema: 'Lược đồ', history: 'Lịch sử' },
  examples: 'Câu hỏi ví dụ',
  chooseExample: 'Chọn một câu hỏi',
  editorNeeded: 'Đang tải trình soạn thảo …',
  noExamples: 'Đồ thị này không kèm câu hỏi ví dụ. Bạn hãy tự viết.',
  noHistory: 'Các câu bạn hỏi được giữ ở đây, chỉ trong trình duyệt này.',
  keep: (question) => `Giữ lại: ${question}`,
  forget: (question) => `Xóa: ${question}`,
  forgetAll: 'Xóa mọi câu không gắn sao',
  answer: 'Câu trả lời',
  ownQuestion: 'Câu hỏi của bạn',
  views: 'Cách xem',
  rootField: 'trường',
  rows: (shown, all) => (shown === all ? `${all} dòng` : `${shown} trong ${all} dòng`),
  moreRows: 'Hiện tất cả các dòng',
  milliseconds: (ms) => `${ms.toLocaleString('vi')} ms`,
  sortBy: (column) => `Sắp xếp theo ${column}`,
  copyCsv: 'Chép CSV',
  copyJson: 'Chép JSON',
  copied: 'Đã chép',
  notCopied: 'Trình duyệt không cho phép chép',
  share: 'Chép liên kết',
  widen: 'Ẩn câu hỏi',
  narrow: 'Hiện câu hỏi',
  linkCopied: 'Đã chép liên kết',
  cite: (count) => `Trích dẫn câu trả lời (${count})`,
  citations: 'Nguồn của câu trả lời',
  copyCitations: 'Chép các nguồn',
  citedRelease: (release) => `Entente, bản phát hành ${release}`,
  running: 'Đang hỏi đồ thị …',
  stopped: 'Đã dừng trước khi có câu trả lời.',
  empty: 'Không có gì trong đồ thị trả lời câu hỏi này.',
  emptyHint: 'Hãy kiểm tra tên, mã và ngày tháng, hoặc nới điều kiện lọc.',
  notShown: (needs) => `Cách xem này cần ${needs}.`,
  faults: (count) => (count === 1 ? 'Máy chủ báo một lỗi' : `Máy chủ báo ${count} lỗi`),
  partial: 'Phần trả lời được hiện ở dưới.',
  faultAt: (line, column) => `dòng ${line}, cột ${column}`,
  faultIn: 'tại',
  unreachable: 'Máy chủ không trả lời',
  unreachableHint: 'Có thể máy chủ đang dừng hoặc bạn đang ngoại tuyến. Câu hỏi của bạn vẫn được giữ.',
  retry: 'Thử lại',
  unsendable: 'Phần biến không phải là JSON hợp lệ',
  question: 'Câu hỏi bằng GraphQL',
  query: 'Truy vấn',
  variables: 'Biến (JSON)',
  run: 'Chạy',
  runAgain: 'Chạy lại',
  stop: 'Dừng',
  format: 'Trình bày lại',
  openEditor: 'Mở trình soạn thảo đầy đủ',
  editorFailed: 'Không tải được trình soạn thảo đầy đủ. Bạn có thể tiếp tục bằng văn bản thường.',
  notFormatted: 'Chưa trình bày lại được vì sai cú pháp',
  keysPlain: [['Ctrl+Enter', 'chạy']],
  keys: [
    ['Ctrl+Enter', 'chạy'],
    ['Ctrl+Space', 'gợi ý'],
    ['Shift+Alt+F', 'trình bày lại'],
    ['Enter', 'gõ vào ô đang chọn'],
    ['Ctrl+M', 'để phím Tab rời ô (Mac: Ctrl+Shift+M)'],
  ],
};

/** All texts of the page. */
export const words: Readonly<Record<Language, Words>> = { vi, en };

/** What each entity kind is called, in the plural, as the header counts them. */
const kinds: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  COUNTRY: { vi: 'quốc gia', en: 'countries' },
  PROVINCE: { vi: 'tỉnh thành', en: 'provinces' },
  PARTY: { vi: 'đảng', en: 'parties' },
  LEADER: { vi: 'lãnh đạo', en: 'leaders' },
  OFFICE: { vi: 'chức vụ', en: 'offices' },
  ORGANIZATION: { vi: 'tổ chức', en: 'organizations' },
  AGREEMENT: { vi: 'văn kiện', en: 'agreements' },
  MECHANISM: { vi: 'cơ chế', en: 'mechanisms' },
  MEETING: { vi: 'cuộc họp', en: 'meetings' },
  VISIT: { vi: 'chuyến thăm', en: 'visits' },
  EVENT: { vi: 'sự kiện', en: 'events' },
  FIGURE: { vi: 'số liệu', en: 'figures' },
  TOPIC: { vi: 'lĩnh vực', en: 'topics' },
  SOURCE: { vi: 'nguồn', en: 'sources' },
  PASSAGE: { vi: 'đoạn văn', en: 'passages' },
  RELATION: { vi: 'quan hệ', en: 'relations' },
  CLAIM: { vi: 'khẳng định', en: 'claims' },
};

/** The plural noun of what `graph.counts` counts under a key; the key itself where it is not an entity kind. */
export const kindName = (key: string, language: Language): string =>
  kinds[key.toUpperCase()]?.[language] ?? key.toLowerCase();

/** The themes of the example questions that Entente ships with. */
const themes: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  provinces: { vi: 'Tỉnh thành', en: 'Provinces' },
  agreements: { vi: 'Văn kiện', en: 'Agreements' },
  leaders: { vi: 'Lãnh đạo', en: 'Leaders' },
  organizations: { vi: 'Tổ chức', en: 'Organizations' },
  meetings: { vi: 'Hội nghị', en: 'Meetings' },
  visits: { vi: 'Chuyến thăm', en: 'Visits' },
  figures: { vi: 'Số liệu', en: 'Figures' },
  disagreements: { vi: 'Chỗ các nguồn khác nhau', en: 'Where sources differ' },
  sources: { vi: 'Nguồn', en: 'Sources' },
  search: { vi: 'Tìm kiếm', en: 'Search' },
  paths: { vi: 'Đường nối', en: 'Paths' },
  graph: { vi: 'Đồ thị', en: 'Graph' },
  timeline: { vi: 'Dòng thời gian', en: 'Timeline' },
  map: { vi: 'Bản đồ', en: 'Map' },
};

/** A theme of example questions; the theme itself where it is none of ours. */
export const themeName = (theme: string, language: Language): string => themes[theme]?.[language] ?? theme;

/** The language of the page, and its texts. */
export const LanguageContext = createContext<Language>('en');

/** The texts of the page in its present language. */
export const useWords = (): Words => words[useContext(LanguageContext)];
