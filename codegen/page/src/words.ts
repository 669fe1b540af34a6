// The words of the page, in English and Chinese.

const words = {
  actAs: ["You are", "当前身份"],
  everyone: ["Everyone (look only)", "所有人（只看）"],
  chats: ["Chats", "会话"],
  feed: ["Feed cards", "应用消息流卡片"],
  noChats: ["No chats yet", "还没有会话"],
  noChat: ["Choose a chat on the left", "请在左侧选择会话"],
  noMessages: ["No messages yet. Write the first one below.", "还没有消息，在下面发第一条吧。"],
  newChat: ["New chat", "新建会话"],
  newGroup: ["New group", "新建群组"],
  groupName: ["Name of the group", "群名称"],
  newUser: ["New user", "新建用户"],
  userName: ["Name", "姓名"],
  create: ["Create", "创建"],
  talkTo: ["Talk to a bot", "与机器人单聊"],
  write: ["Write a message", "输入消息"],
  writeHint: ["Enter sends, Shift+Enter starts a new line, @ mentions", "Enter 发送，Shift+Enter 换行，@ 提及"],
  send: ["Send", "发送"],
  attach: ["Send a file or an image", "发送文件或图片"],
  mention: ["Mention", "提及"],
  replyTo: ["Reply to", "回复"],
  cancel: ["Cancel", "取消"],
  close: ["Close", "关闭"],
  reply: ["Reply", "回复"],
  react: ["React", "表情回复"],
  recall: ["Recall", "撤回"],
  pin: ["Pin", "Pin"],
  unpin: ["Unpin", "取消 Pin"],
  edit: ["Edit", "编辑"],
  save: ["Save", "保存"],
  forward: ["Forward to", "转发到"],
  markRead: ["Mark as read", "标为已读"],
  readBy: ["Read by", "已读："],
  unread: ["Unread", "未读"],
  edited: ["edited", "已编辑"],
  updated: ["updated", "已更新"],
  recalled: ["This message was recalled", "消息已撤回"],
  pinned: ["Pinned", "已 Pin"],
  urgent: ["Urgent for", "加急："],
  onlyFor: ["Visible only to", "仅对其可见："],
  streaming: ["Writing…", "正在输入…"],
  thread: ["Thread", "话题"],
  replies: ["replies in the thread", "条话题回复"],
  earlier: ["Earlier messages", "更早的消息"],
  merged: ["Merged messages", "合并转发的消息"],
  bot: ["Bot", "机器人"],
  image: ["Image", "图片"],
  file: ["File", "文件"],
  audio: ["Audio", "语音"],
  video: ["Video", "视频"],
  sticker: ["Sticker", "表情包"],
  card: ["Card", "卡片"],
  post: ["Post", "富文本"],
  shareChat: ["Group card", "群名片"],
  shareUser: ["Contact card", "个人名片"],
  download: ["Download", "下载"],
  cannotLoad: ["cannot be loaded", "无法加载"],
  unknownPart: ["This page does not draw", "此页面不绘制"],
  notJson: ["The content is not valid JSON", "内容不是有效的 JSON"],
  choose: ["Choose", "请选择"],
  more: ["More", "更多"],
  required: ["required", "必填"],
  muted: ["Only some members may speak here", "仅部分成员可发言"],
  dissolved: ["This group was dissolved", "群已解散"],
  calls: ["API calls", "API 调用"],
  events: ["Events", "事件"],
  faults: ["Faults", "故障"],
  clock: ["Clock of the platform", "平台时钟"],
  ahead: ["moved forward by", "已快进"],
  minute: ["1 min", "1 分钟"],
  tenMinutes: ["10 min", "10 分钟"],
  hour: ["1 h", "1 小时"],
  day: ["1 day", "1 天"],
  moveClock: ["Move the clock forward by", "时钟快进"],
  noCalls: ["No API calls yet. Point a client at", "还没有 API 调用。请将客户端指向"],
  noEvents: ["No events yet", "还没有事件"],
  body: ["Request body", "请求体"],
  query: ["Query", "查询参数"],
  parameter: ["Parameter", "参数"],
  ok: ["Success", "成功"],
  failed: ["Failed", "失败"],
  logId: ["Log id", "日志 ID"],
  app: ["App", "应用"],
  notDelivered: ["Not delivered: the app has no webhook and no long connection for it", "未推送：应用没有可用的 Webhook 或长连接"],
  attempt: ["Attempt", "第几次推送"],
  delivered: ["Delivered", "已推送"],
  callback: ["Callback", "回调"],
  longConnection: ["long connection", "长连接"],
  webhook: ["webhook", "Webhook"],
  failuresOnly: ["Failures only", "仅失败"],
  clear: ["Clear", "清空"],
  fault: ["Fault", "故障"],
  endpoint: ["Endpoint", "接口"],
  allEndpoints: ["All endpoints", "所有接口"],
  probability: ["Share of requests, %", "请求比例 %"],
  times: ["At most (0: always)", "最多次数（0：不限）"],
  delay: ["Delay, ms", "延迟 毫秒"],
  switchOn: ["Switch on", "开启"],
  switchOff: ["Switch all off", "全部关闭"],
  noFaults: ["No faults are on", "没有开启的故障"],
  hits: ["hits", "次命中"],
  left: ["left", "次剩余"],
  hidePanel: ["Panel", "面板"],
  theme: ["Light or dark", "浅色或深色"],
  language: ["中文", "English"],
  lost: ["The emulator does not respond. Trying again…", "模拟器没有响应，正在重试…"],
  needToken: ["The emulator asks for its control token", "模拟器需要控制令牌"],
  token: ["Control token", "控制令牌"],
  open: ["Open", "打开"],
  connections: ["Long connections", "长连接"],
  you: ["you", "你"],
  skip: ["Go to the conversation", "跳到会话内容"],
  reset: ["Reset", "重置"],
  faultHelp: [
    "Faults hit API calls of bots. This page itself is never hit.",
    "故障只影响机器人的 API 调用，不影响此页面。",
  ],
} satisfies Record<string, [string, string]>;

/** What faults do, in plain words. */
export const faultNames: Record<string, [string, string]> = {
  latency: ["Late response", "响应延迟"],
  rate_limit: ["Rate limit (429)", "频率限制（429）"],
  server_error: ["Server error (500)", "服务器错误（500）"],
  gateway_page: ["Gateway page of HTML (502)", "网关 HTML 页面（502）"],
  token_expired: ["Access token expires", "访问令牌过期"],
  token_revoked: ["Access token is revoked", "访问令牌被吊销"],
  empty_body: ["Empty body", "空响应体"],
  truncated_json: ["Truncated JSON", "JSON 被截断"],
  content_length_too_long: ["Content-Length too long", "Content-Length 过长"],
  content_length_too_short: ["Content-Length too short", "Content-Length 过短"],
  slow_bytes: ["Slow response", "慢速响应"],
  cut_response: ["Connection closed in the response", "响应中途断开"],
  reset_before_processing: ["Connection reset before processing", "处理前连接重置"],
  reset_after_processing: ["Connection reset after processing", "处理后连接重置"],
  close_idle: ["Connection closed after the response", "响应后连接关闭"],
  half_open: ["Connection goes silent", "连接无响应"],
};

export type Language = 0 | 1;
export type Word = keyof typeof words;

const languageKey = "feishu-emulator-language";
let language: Language = initial();

function initial(): Language {
  const stored = localStorage.getItem(languageKey);
  if (stored) return stored === "zh" ? 1 : 0;
  return navigator.language.startsWith("zh") ? 1 : 0;
}

export function t(word: Word): string {
  return words[word][language];
}
export function faultName(fault: string): string {
  return faultNames[fault]?.[language] ?? fault;
}
export function toggleLanguage(): void {
  language = language ? 0 : 1;
  localStorage.setItem(languageKey, language ? "zh" : "en");
  document.documentElement.lang = locale();
}
export function locale(): string {
  return language ? "zh-CN" : "en";
}
