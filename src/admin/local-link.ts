/** What is said where links lead to this machine only: on paper they would be of no use to anybody. */
export function localWarning(baseUrl: string): readonly string[] {
  const { hostname } = new URL(baseUrl);
  if (!/^(?:localhost|127\.[\d.]+|\[::1\]|0\.0\.0\.0)$/.test(hostname)) return [];
  return [
    `Warning: the links lead to ${baseUrl}, which opens on this machine only. Set PUBLIC_URL to the address people open, and print again.`,
  ];
}
