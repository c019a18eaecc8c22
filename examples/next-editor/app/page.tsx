import { Editor } from "@/components/Editor";

export default function Page() {
  return <Editor />;
}
