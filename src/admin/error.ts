/** An operator's command was wrong; the message says what and what would be right. */
export class AdminError extends Error {}
