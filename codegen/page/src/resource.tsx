// Images and files that messages and cards show.
import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { resourceUrl, save } from "./api.js";
import { usePage } from "./context.js";
import { t } from "./words.js";

type Loaded = { url?: string; failed?: boolean };

function useResource(name: string): Loaded {
  const [loaded, setLoaded] = useState<Loaded>({});
  useEffect(() => {
    let current = true;
    setLoaded({});
    resourceUrl(name).then(
      (url) => current && setLoaded({ url }),
      () => current && setLoaded({ failed: true }),
    );
    return () => {
      current = false;
    };
  }, [name]);
  return loaded;
}

/** An image by its image_key. Images elsewhere are not loaded: the page speaks with the emulator only. */
export function ResourceImage({ name, alt, small }: { name: string; alt?: string; small?: boolean }): JSX.Element {
  const { url, failed } = useResource(name);
  const label = alt || t("image");
  if (failed) return <span class="missing">{label}: {name} {t("cannotLoad")}</span>;
  return url ? <img class={small ? "picture small" : "picture"} src={url} alt={label} /> : <span class="missing">{label}</span>;
}

export function ResourceFile({ name, fileName, kind }: { name: string; fileName: string; kind: string }): JSX.Element {
  const page = usePage();
  return (
    <button type="button" class="file" onClick={() => page.act(() => save(name, fileName || name))}>
      <span aria-hidden="true">📄</span>
      <span><b>{fileName || name}</b><br /><small>{kind} · {t("download")}</small></span>
    </button>
  );
}
