/** Milliseconds east of UTC at an instant (epoch milliseconds). */
export type OffsetAt = (time: number) => number;

/** "1/1/1970, GMT+05:45"; where clocks once went by the sun also with seconds. Languages differ in what they take for a minus. */
const OFFSET = /GMT([+\-−])(\d+):(\d+)(?::(\d+))?$/;

/**
 * The offsets of a zone (IANA name), by the tables that JavaScript has anyway; the tests hold it against Temporal, a twelfth of what
 * would be loaded at start. Throws a RangeError for a name that is no zone.
 */
export function zoneOffset(zone: string): OffsetAt {
  const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  return time => {
    const [, sign = '+', hours = 0, minutes = 0, seconds = 0] = OFFSET.exec(format.format(time)) ?? [];
    const length = (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds);
    return (sign === '+' ? length : -length) * 1_000;
  };
}
