/** The addresses that the workbench goes by; links are made with the first. */
export type Origins = readonly [string, ...string[]];

export function originsOf(host: string, port: number, publicUrl: string | undefined): Origins {
  const everywhere = host === '0.0.0.0' || host === '::';
  const name = everywhere ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host;
  const own = new URL(`http://${name}:${port}`).origin;
  const local = `http://localhost:${port}`;
  return publicUrl ? [new URL(publicUrl).origin, own, local] : [own, local];
}
