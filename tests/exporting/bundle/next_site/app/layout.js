import "../site.css";

export const metadata = { icons: { icon: "data:," } };

export default function Layout({ children }) {
  return (
    <html>
      <body>
        <header className="site"><a href="/">A site that exists</a></header>
        {children}
      </body>
    </html>
  );
}
