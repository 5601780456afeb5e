/** The path of a gateway's webhook, without the prefix of the API URL. */
export const gatewayPath = (name: string): string => `/webhook/gateway/${name}`;
