// The methods of the SDK's client by what they request.

const PROJECTS = ["auth", "authen", "bot", "cardkit", "ephemeral", "im", "interactive", "message"];

/** "POST /open-apis/im/v1/chats/:/members" of a method and a path with placeholders. */
export const routeOf = (method, path) => `${method} ${path.replace(/:\w+/g, ":")}`;

/**
 * All methods: a map from route to { name: "im.v1.message.create", call }. Those that fetch pages or fill in cards by
 * themselves are left out: they call the others.
 */
export function methodsOf(client) {
  const found = new Map();
  const seen = new Set();
  const walk = (node, names) => {
    if (names.length > 6 || seen.has(node)) return;
    seen.add(node);
    for (const [last, call] of Object.entries(node)) {
      const name = [...names, last];
      if (typeof call === "function") {
        const source = call.toString();
        const path = /fillApiPath\(`\$\{this\.domain\}([^`]*)`/.exec(source)?.[1];
        const method = /method: "(\w+)"/.exec(source)?.[1];
        if (path && method && !/WithIterator$|ByCard$/.test(last))
          found.set(routeOf(method, path), { name: name.join("."), call });
      } else if (call !== null && typeof call === "object") walk(call, name);
    }
  };
  walk(client, []);
  return found;
}

/** Whether a route is one of messaging. */
export const isMessaging = (route) =>
  PROJECTS.includes(/open-apis\/(\w+)\//.exec(route)?.[1]) || /docx\/v1\/chats\/:\/announcement/.test(route);
