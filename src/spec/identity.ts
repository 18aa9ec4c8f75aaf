/** A product's name: it becomes part of a folder's name. */
export const productName = /^[A-Za-z][A-Za-z0-9_-]*$/;

/** The version of an API, a date: `2019-11-20`. */
export const apiVersion = /^\d{4}-\d{2}-\d{2}$/;

/** An operation's name: it becomes a file's name, and part of every name in its module. */
export const actionName = /^[A-Za-z][A-Za-z0-9_]*$/;
