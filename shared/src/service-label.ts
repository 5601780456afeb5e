/** Four words and forty characters hold every service's name, and few instructions. */
const NAME = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}.&'+-]*(?: [\p{L}\p{M}\p{N}.&'+-]+){0,3}$/u;
const LONGEST = 40;

/**
 * A service's name as it may leave the message for a structured field; undefined where it is no plain name. It is
 * still a stranger's word: a message can call itself anything.
 */
export function serviceLabel(service: string | undefined): string | undefined {
  return service !== undefined && service.length <= LONGEST && NAME.test(service) ? service : undefined;
}
