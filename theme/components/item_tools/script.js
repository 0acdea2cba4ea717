// 打印 and 分享 on an item. Where the system has no sheet for sharing, the link is copied.
(function () {
  "use strict";

  var tools = document.querySelector(".item-tools");
  if (!tools) return;
  var share = tools.querySelector(".item-tools__button--share");
  var told = tools.querySelector(".item-tools__told");
  var address = location.href.split("#")[0];

  function copy() {
    navigator.clipboard.writeText(address).then(
      function () {
        told.textContent = "链接已复制";
      },
      function () {
        told.textContent = "请复制地址栏里的网址";
      }
    );
  }

  tools.querySelector(".item-tools__button--print").addEventListener("click", function () {
    window.print();
  });
  if (navigator.share) {
    share.addEventListener("click", function () {
      // A reader who closes the sheet without sharing has not met an error.
      navigator.share({ title: document.title, url: address }).catch(function () {});
    });
  } else if (navigator.clipboard) {
    share.addEventListener("click", copy);
  } else {
    share.hidden = true;
  }
  tools.hidden = false;
})();
