/** The commands that a channel may show in a menu, with the key of what each does. */
export const menuCommands = {
  vi: [
    { command: 'start', key: 'talk.command.start' },
    { command: 'trangthai', key: 'talk.command.status' },
    { command: 'sua', key: 'talk.command.edit' },
    { command: 'lui', key: 'talk.command.back' },
    { command: 'rut', key: 'talk.command.withdraw' },
    { command: 'ngonngu', key: 'talk.command.language' },
    { command: 'may', key: 'talk.command.devices' },
    { command: 'viec', key: 'talk.command.tasks' },
    { command: 'tiendo', key: 'talk.command.progress' },
    { command: 'doimay', key: 'talk.command.reconnect' },
    { command: 'trogiup', key: 'talk.command.help' },
  ],
  en: [
    { command: 'start', key: 'talk.command.start' },
    { command: 'status', key: 'talk.command.status' },
    { command: 'edit', key: 'talk.command.edit' },
    { command: 'back', key: 'talk.command.back' },
    { command: 'withdraw', key: 'talk.command.withdraw' },
    { command: 'language', key: 'talk.command.language' },
    { command: 'devices', key: 'talk.command.devices' },
    { command: 'tasks', key: 'talk.command.tasks' },
    { command: 'progress', key: 'talk.command.progress' },
    { command: 'reconnect', key: 'talk.command.reconnect' },
    { command: 'help', key: 'talk.command.help' },
  ],
} as const;
