import type { TestMessage } from "./message.ts";

export const knMessages: readonly TestMessage[] = [
  { body: "ನಿಮ್ಮ Lumo ಪರಿಶೀಲನಾ ಕೋಡ್ 660323 ಆಗಿದೆ.", code: "660323", service: "Lumo" },
  { body: "ನಿಮ್ಮ ಒಟಿಪಿ 4476. 10 ನಿಮಿಷಗಳವರೆಗೆ ಮಾನ್ಯ. ಯಾರೊಂದಿಗೂ ಹಂಚಿಕೊಳ್ಳಬೇಡಿ.", code: "4476", expires: 600 },
  { body: "ನಿಮ್ಮ ಸಂಖ್ಯೆಯನ್ನು ಪರಿಶೀಲಿಸಲು 701561 ನಮೂದಿಸಿ.", code: "701561", class: "plain" },
  { body: "Pixo ಪರಿಶೀಲನಾ ಸಂಖ್ಯೆ: 70418", code: "70418", class: "plain" },
];
