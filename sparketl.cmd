@echo off
rem Runs SparkEtl; builds it first (dotnet build does nothing when the program is newer than its sources).
setlocal
set "root=%~dp0"
set "program=%root%.sparketl\app\sparketl.dll"
if not exist "%root%.sparketl" mkdir "%root%.sparketl"
dotnet build "%root%src\Driver\Driver.csproj" -c Release -o "%root%.sparketl\app" -v q -nologo -clp:ErrorsOnly 1>&2
if errorlevel 1 exit /b 1
dotnet "%program%" %*
exit /b %errorlevel%
