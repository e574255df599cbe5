import * as z from "zod";

// zod probes `new Function` when the first object schema is made, and the page's CSP reports that as a violation. Imported before any schema.
z.config({ jitless: true });
