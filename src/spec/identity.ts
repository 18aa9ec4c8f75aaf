/** Device names on Windows, in any case and with any extension. */
const device =
  "(?:[Aa][Uu][Xx]|[Cc][Oo][Nn]|[Nn][Uu][Ll]|[Pp][Rr][Nn]|(?:[Cc][Oo][Mm]|[Ll][Pp][Tt])[0-9])";

/** Matches a name that no file can have, with or without an extension: `nul`, `com1`. */
export const deviceName = new RegExp(`^${device}$`);

/** A product's name: it becomes part of a folder's name. */
export const productName = /^[A-Za-z][A-Za-z0-9_-]{0,99}$/;

/** The version of an API, a date: `2019-11-20`. */
export const apiVersion = /^\d{4}-\d{2}-\d{2}$/;

/** An operation's name: it becomes a file's name, and part of every name in its module. */
export const actionName = new RegExp(`^(?!${device}$)[A-Za-z][A-Za-z0-9_]{0,199}$`);

/** A host, or host:port with a port up to 65535, without the other parts of a URL. */
export const host =
  /^[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::(?:\d{1,4}|[1-5]\d{4}|6[0-4]\d{3}|65[0-4]\d\d|655[0-2]\d|6553[0-5]))?$/;
