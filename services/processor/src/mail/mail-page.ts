/** The colours of the page, which mails share; in the dark those that a mail program understands change. */
export const mailColors = {
  paper: '#f3f5f1',
  panel: '#ffffff',
  ink: '#14211c',
  quiet: '#53625b',
  rule: '#d3dad1',
  brand: '#1b5a4a',
  sun: '#b06f10',
};

const font = "font-family:Figtree,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";

const dark = `@media (prefers-color-scheme: dark) {
body { background: #0f1714 !important; }
.panel { background: #17211d !important; border-color: #2c3a34 !important; }
.panel, .panel h1, .panel td, .panel th { color: #e9f0ea !important; border-color: #2c3a34 !important; }
.quiet { color: #a3b3aa !important; }
.brand { color: #7fd0b5 !important; }
}`;

export interface MailPage {
  /** For people; escaped already, like the content. */
  title: string;
  heading: string;
  content: string;
}

/** The HTML of a mail, in the looks of the page. Styles stand at their elements, for many mail programs read no others. */
export const mailPage = ({ title, heading, content }: MailPage): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${dark}</style>
</head>
<body style="margin:0;padding:24px 12px;background:${mailColors.paper};color:${mailColors.ink};${font};font-size:16px;line-height:1.55">
<div style="max-width:560px;margin:0 auto">
<p class="brand" style="margin:0 0 16px 4px;color:${mailColors.brand};font-weight:700">●—●—<span style="color:${mailColors.sun}">●</span> Order placing</p>
<div class="panel" style="padding:28px;border:1px solid ${mailColors.rule};border-radius:14px;background:${mailColors.panel};color:${mailColors.ink}">
<h1 style="margin:0 0 16px;font-size:24px;line-height:1.2;letter-spacing:-0.02em">${heading}</h1>
${content}
</div>
<p class="quiet" style="margin:16px 4px;color:${mailColors.quiet};font-size:13px">You get this mail because of your account at this shop.</p>
</div>
</body>
</html>
`;

export const mailParagraph = (content: string): string => `<p style="margin:0 0 16px">${content}</p>`;

/** A link that looks like a button. */
export const mailButton = ({ url, label }: { url: string; label: string }): string =>
  `<a href="${url}" style="display:inline-block;padding:11px 22px;border-radius:999px;background:${mailColors.brand};color:#ffffff;font-weight:650;text-decoration:none">${label}</a>`;
