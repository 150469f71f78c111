import pg from 'pg';

/** Connections that the server ends are replaced at their next use, not an event nobody hears. */
export function openPool(connectionString: string, max = 12): pg.Pool {
  const pool = new pg.Pool({ connectionString, max, application_name: 'spinemed' });
  pool.on('error', () => {});
  pool.on('connect', client => client.on('error', () => {}));
  return pool;
}
