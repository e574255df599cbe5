"use client";
import dynamic from "next/dynamic";

/** The form for a JSON object; it comes when a form is first shown. */
export const LazySchemaForm = dynamic(() => import("@/components/data/schema-form.tsx").then((loaded) => loaded.SchemaForm), { ssr: false });
