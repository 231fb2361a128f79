// Before the first paint: a theme that opposes the system's would flash otherwise. A file, as no page runs inline
// scripts; core/theme.ts takes over once the application runs.
try {
  const theme = localStorage.getItem('flowpilot.theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.setAttribute('data-theme', theme);
} catch {
  // Without storage the system's theme stands.
}
