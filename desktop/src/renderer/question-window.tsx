import "./styles/tokens.css";
import "./styles/base.css";
import "./question/question.css";
import { createRoot } from "react-dom/client";
import { QuestionWindow } from "./question/question-window.tsx";

const root = document.getElementById("root");
if (root) createRoot(root).render(<QuestionWindow />);
