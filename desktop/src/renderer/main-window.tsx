import { createRoot } from "react-dom/client";
import { useAppState } from "./use-app-state.ts";

function MainWindow(): React.JSX.Element {
  const state = useAppState();
  return <main>{state === null ? "Loading …" : state.connection.state}</main>;
}

const root = document.getElementById("root");
if (root) createRoot(root).render(<MainWindow />);
