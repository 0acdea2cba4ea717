@echo off
rem Double click: builds the site and shows it in the browser.
chcp 65001 >nul
title 党建新闻预览
pushd "%~dp0"
where py >nul 2>nul && (set "PYTHON=py -3") || (set "PYTHON=python")
%PYTHON% tasks.py preview
if not errorlevel 1 goto end
if %errorlevel% equ 130 goto end
echo.
echo 预览没有启动，原因见上面。若提示找不到 Python，请先安装 Python 3.11 或更新的版本。
pause
:end
popd
