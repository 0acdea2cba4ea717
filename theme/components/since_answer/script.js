// One start year at a time, and its sentence into the clipboard. Without this all years stand in the table.
document.querySelectorAll(".since-answer").forEach((block) => {
  const answers = [...block.querySelectorAll(".since-answer__answer")];
  const choice = block.querySelector(".since-answer__choice");
  const told = block.querySelector(".since-answer__told");

  function show() {
    const start = choice.querySelector("select").value;
    answers.forEach((answer) => { answer.hidden = answer.dataset.start !== start; });
    told.textContent = "";
  }

  function select(sentence) {
    getSelection().selectAllChildren(sentence);
    told.textContent = "句子已选中，请复制";
  }

  answers.forEach((answer) => {
    const copy = answer.querySelector(".since-answer__copy");
    const sentence = answer.querySelector(".since-answer__sentence");
    copy.hidden = false;
    copy.addEventListener("click", () => {
      if (!navigator.clipboard) return select(sentence); // Plain HTTP has no clipboard.
      navigator.clipboard.writeText(sentence.textContent).then(
        () => { told.textContent = "已复制"; },
        () => select(sentence)
      );
    });
  });
  if (answers.length > 1) {
    choice.hidden = false;
    choice.addEventListener("change", show);
    show();
  }
});
