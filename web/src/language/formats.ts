export type Formats = {
  number(value: number): string;
  usd(value: number): string;
  percent(share: number): string;
  dateTime(at: string | number): string;
  time(at: string | number): string;
  duration(ms: number): string;
  ago(at: string, now: number): string;
};

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** How numbers, money, dates and spans of time are written in one locale. */
export function formatsOf(locale: string): Formats {
  const number = new Intl.NumberFormat(locale);
  const dateTime = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'medium' });
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'medium' });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const money = (digits: number) =>
    new Intl.NumberFormat(locale, {
      style: 'currency',
      currency: 'USD',
      currencyDisplay: 'narrowSymbol',
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    });
  const [cents, fine] = [money(2), money(4)];
  const unit = (value: number, name: string) =>
    new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'short' }).format(
      value,
    );

  function duration(ms: number): string {
    const seconds = Math.max(0, ms) / second;
    if (seconds < 10) return unit(Math.round(seconds * 10) / 10, 'second');
    const whole = Math.round(seconds);
    if (whole < 60) return unit(whole, 'second');
    const minutes = Math.floor(whole / 60);
    if (minutes < 60) return joined(unit(minutes, 'minute'), whole % 60, 'second');
    return joined(unit(Math.floor(minutes / 60), 'hour'), minutes % 60, 'minute');
  }

  function joined(first: string, rest: number, restUnit: string): string {
    return rest === 0 ? first : `${first} ${unit(rest, restUnit)}`;
  }

  return {
    number: value => number.format(value),
    usd(value) {
      // A first call may cost a fraction of a cent, and that is not nothing.
      if (value > 0 && value < 0.0001) return `<${fine.format(0.0001)}`;
      return (value > 0 && value < 0.1 ? fine : cents).format(value);
    },
    percent: share => percentOf(locale, share),
    dateTime: at => written(dateTime, at),
    time: at => written(time, at),
    duration,
    ago(at, now) {
      const past = Math.max(0, now - Date.parse(at));
      if (Number.isNaN(past)) return at;
      if (past < minute) return relative.format(-Math.floor(past / second), 'second');
      if (past < hour) return relative.format(-Math.floor(past / minute), 'minute');
      if (past < day) return relative.format(-Math.floor(past / hour), 'hour');
      return relative.format(-Math.floor(past / day), 'day');
    },
  };
}

/** What is no moment is shown as it came: a page does not fail for it. */
function written(format: Intl.DateTimeFormat, at: string | number): string {
  const moment = new Date(at);
  return Number.isNaN(moment.getTime()) ? `${at}` : format.format(moment);
}

/** Never rounds to a whole that was not reached: 99.96 % is not 100 %, and 0.01 % is not 0 %. */
function percentOf(locale: string, share: number): string {
  const shown = share >= 1 || share <= 0 ? share : Math.min(0.99, Math.max(0.01, share));
  return new Intl.NumberFormat(locale, {
    style: 'percent',
    maximumFractionDigits: 0,
    roundingMode: 'trunc',
  }).format(shown);
}
