import { useContext } from 'react';
import { LanguageContext, type Language } from '../words.js';

const en = {
  asking: 'Asking for what the picture needs …',
  stop: 'Stop',
  stopped: 'Stopped before the picture was complete.',
  again: 'Try again',
  refused: 'The server does not answer the question as the picture needs it',
  refusedHint:
    'A picture asks the same question with ids, names of kinds and dates added. Ask for less at a time: smaller pages, fewer fields.',
  unreachable: 'The server does not answer',
  nothingToDraw: (needs: string) => `Nothing to draw in this answer: the picture needs ${needs}.`,
  addToQuestion: 'Add it to the question',
  partial: 'The server reports errors; what could be answered is drawn.',
  facts: 'Facts',
  drawn: (shown: number, all: number, links: number, allLinks: number) =>
    shown === all
      ? `${all} ${all === 1 ? 'entity' : 'entities'}, ${allLinks} ${allLinks === 1 ? 'fact' : 'facts'}`
      : `${shown} of ${all.toLocaleString('en')} entities drawn, with ${links} of ${allLinks.toLocaleString('en')} facts`,
  restInList: 'The list has them all.',
  notDrawn: 'not drawn',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  fit: 'Fit',
  savePng: 'PNG',
  saveSvg: 'SVG',
  save: (format: string) => `Save as ${format}`,
  graphLabel: (nodes: number, links: number) =>
    `Drawing of ${nodes} entities and ${links} facts between them. The list beside it has the same.`,
  legend: 'Legend',
  planned: 'planned',
  estimated: 'estimated',
  disputed: 'disputed or set aside',
  openPage: 'Open its page',
  addNeighbours: 'Add its neighbours',
  added: (count: number, omitted: number) => `${count} added${omitted > 0 ? `, ${omitted} more left out` : ''}`,
  close: 'Close',
  sources: 'Sources',
  noSources: 'No source is given.',
  loadingSources: 'Asking for the sources …',
  time: 'Time',
  statedAs: 'Stated as',
  rank: 'Rank',
  reason: 'Reason',
  holds: 'Holds on the day of the release',
  yes: 'yes',
  no: 'no',
  reference: 'From reference data, not from a document',
  nesting: 'The answer nests one in the other; the question asks for no fact between them.',
  relationsHere: 'Facts here',
  modalities: {
    REPORTED: 'reported',
    PLANNED: 'planned',
    TARGET: 'a target',
    ESTIMATED: 'an estimate',
    DENIED: 'denied',
  } as Readonly<Record<string, string>>,
  ranks: {
    PREFERRED: 'preferred by the editors',
    NORMAL: 'normal',
    DEPRECATED: 'set aside by the editors',
  } as Readonly<Record<string, string>>,
  timelineLabel: 'Dates in this answer, earliest first',
  dates: (shown: number, all: number) =>
    shown === all ? `${all} ${all === 1 ? 'date' : 'dates'}` : `${shown} of ${all} dates`,
  showKinds: 'Show',
  groupByKind: 'Group by kind',
  inferred: 'inferred by the editors',
  open: 'open',
  precisionKey: 'A dot is a day; a bar is as long as what the date may mean; a fading end is open.',
  charted: (figures: number, groups: number) =>
    [
      figures > 0 && `${figures} ${figures === 1 ? 'figure' : 'figures'}`,
      groups > 0 && `${groups} ${groups === 1 ? 'group' : 'groups'}`,
    ]
      .filter(Boolean)
      .join(', '),
  chartLabel: (indicator: string, points: number) =>
    `Chart of ${indicator} with ${points} figures over time. The list below it has the same.`,
  chartKey:
    'A dot is reported, a diamond a target or a plan; a bar reaches as far as the statement may mean, a dashed one has no end. Choose one for its source.',
  alternative: 'another statement for the same period',
  noGroup: 'none',
  mapLabel: (places: number, arcs: number) =>
    `Map with ${places} provinces of this answer and ${arcs} pairs that share an agreement. The list beside it has the same.`,
  provinces: 'Provinces',
  pairs: 'Between provinces',
  agreementsBetween: (count: number) => (count === 1 ? '1 agreement' : `${count} agreements`),
  outlines: 'Outlines',
  before: (date: string) => `before ${date}`,
  since: (date: string) => `since ${date}`,
  between: (from: string, to: string) => `${from} to ${to}`,
  always: 'always',
  noOutline: (names: string) => `Not drawn, as there is no outline for them at this time: ${names}.`,
  loadingOutlines: 'Asking for the outlines of the provinces …',
  mapsNote: 'Outlines are for orientation, not for law.',
  arcKey: 'An arc joins two provinces that are parties to the same agreement.',
  bordersKey: 'A thin line is another fact between two provinces.',
};

/** The texts of the pictures in one language. */
export type PictureWords = typeof en;

const vi: PictureWords = {
  asking: 'Đang hỏi những gì hình vẽ cần …',
  stop: 'Dừng',
  stopped: 'Đã dừng trước khi hình vẽ xong.',
  again: 'Thử lại',
  refused: 'Máy chủ không trả lời câu hỏi theo cách hình vẽ cần',
  refusedHint:
    'Hình vẽ hỏi lại cùng câu hỏi, thêm mã, tên loại và ngày tháng. Hãy hỏi ít hơn mỗi lần: trang nhỏ hơn, ít trường hơn.',
  unreachable: 'Máy chủ không trả lời',
  nothingToDraw: (needs) => `Câu trả lời này không có gì để vẽ: hình vẽ cần ${needs}.`,
  addToQuestion: 'Thêm vào câu hỏi',
  partial: 'Máy chủ báo lỗi; phần trả lời được đã được vẽ.',
  facts: 'Dữ kiện',
  drawn: (shown, all, links, allLinks) =>
    shown === all
      ? `${all} thực thể, ${allLinks} dữ kiện`
      : `Vẽ ${shown} trong ${all.toLocaleString('vi')} thực thể, với ${links} trong ${allLinks.toLocaleString('vi')} dữ kiện`,
  restInList: 'Danh sách có đủ tất cả.',
  notDrawn: 'không vẽ',
  zoomIn: 'Phóng to',
  zoomOut: 'Thu nhỏ',
  fit: 'Vừa khung',
  savePng: 'PNG',
  saveSvg: 'SVG',
  save: (format) => `Lưu thành ${format}`,
  graphLabel: (nodes, links) =>
    `Hình vẽ ${nodes} thực thể và ${links} dữ kiện giữa chúng. Danh sách bên cạnh có cùng nội dung.`,
  legend: 'Chú giải',
  planned: 'dự kiến',
  estimated: 'ước tính',
  disputed: 'có tranh cãi hoặc bị gác lại',
  openPage: 'Mở trang',
  addNeighbours: 'Thêm những gì nối với nó',
  added: (count, omitted) => `Đã thêm ${count}${omitted > 0 ? `, còn ${omitted} chưa thêm` : ''}`,
  close: 'Đóng',
  sources: 'Nguồn',
  noSources: 'Không nêu nguồn.',
  loadingSources: 'Đang hỏi các nguồn …',
  time: 'Thời gian',
  statedAs: 'Được nêu là',
  rank: 'Xếp hạng',
  reason: 'Lý do',
  holds: 'Còn đúng vào ngày phát hành',
  yes: 'có',
  no: 'không',
  reference: 'Từ dữ liệu tham chiếu, không từ tài liệu',
  nesting: 'Câu trả lời lồng cái này trong cái kia; câu hỏi không hỏi dữ kiện nào giữa chúng.',
  relationsHere: 'Dữ kiện tại đây',
  modalities: {
    REPORTED: 'đã nêu',
    PLANNED: 'dự kiến',
    TARGET: 'mục tiêu',
    ESTIMATED: 'ước tính',
    DENIED: 'bị bác bỏ',
  },
  ranks: { PREFERRED: 'được biên tập ưu tiên', NORMAL: 'thường', DEPRECATED: 'bị biên tập gác lại' },
  timelineLabel: 'Các ngày tháng trong câu trả lời, sớm trước',
  dates: (shown, all) => (shown === all ? `${all} mốc thời gian` : `${shown} trong ${all} mốc thời gian`),
  showKinds: 'Hiện',
  groupByKind: 'Gộp theo loại',
  inferred: 'do biên tập suy ra',
  open: 'để ngỏ',
  precisionKey: 'Chấm là một ngày; thanh dài bằng khoảng thời gian có thể; đầu mờ dần là để ngỏ.',
  charted: (figures, groups) =>
    [figures > 0 && `${figures} số liệu`, groups > 0 && `${groups} nhóm`].filter(Boolean).join(', '),
  chartLabel: (indicator, points) =>
    `Biểu đồ ${indicator} với ${points} số liệu theo thời gian. Danh sách bên dưới có cùng nội dung.`,
  chartKey:
    'Chấm là số đã nêu, hình thoi là mục tiêu hoặc dự kiến; thanh dài bằng khoảng mà lời nêu có thể muốn nói, thanh đứt là không có giới hạn. Chọn một mục để xem nguồn.',
  alternative: 'lời nêu khác cho cùng kỳ',
  noGroup: 'không có',
  mapLabel: (places, arcs) =>
    `Bản đồ ${places} tỉnh thành trong câu trả lời và ${arcs} cặp có chung văn kiện. Danh sách bên cạnh có cùng nội dung.`,
  provinces: 'Tỉnh thành',
  pairs: 'Giữa các tỉnh',
  agreementsBetween: (count) => `${count} văn kiện`,
  outlines: 'Ranh giới',
  before: (date) => `trước ${date}`,
  since: (date) => `từ ${date}`,
  between: (from, to) => `${from} đến ${to}`,
  always: 'mọi lúc',
  noOutline: (names) => `Không vẽ, vì không có ranh giới vào lúc này: ${names}.`,
  loadingOutlines: 'Đang hỏi ranh giới các tỉnh …',
  mapsNote: 'Ranh giới chỉ để định hướng, không có giá trị pháp lý.',
  arcKey: 'Cung nối hai tỉnh là các bên của cùng một văn kiện.',
  bordersKey: 'Đường mảnh là một dữ kiện khác giữa hai tỉnh.',
};

const pictureWords: Readonly<Record<Language, PictureWords>> = { vi, en };

/** The texts of the pictures in the page's language; they come with the pictures, not with the shell. */
export const usePictureWords = (): PictureWords => pictureWords[useContext(LanguageContext)];
