/** RFC 9110 §5.6.2: a field name is a token. */
const fieldName = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;
/** RFC 9110 §5.5: no control character but the tab. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
const forbidden = /[\u0000-\u0008\u000a-\u001f\u007f]/;

/** Whether an HTTP header can have this name. */
export const isFieldName = (name: string): boolean => fieldName.test(name);

/** Whether an HTTP header can have this value. */
export const isFieldValue = (value: string): boolean => !forbidden.test(value);
