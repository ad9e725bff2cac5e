/// How the page looks: quiet, readable by day and by night, on a small screen and on A4. The table of the task fits a window
/// of 1,000 pixels; a table that does not fit has a shadow at the side where it goes on.
enum ReportStyle {
  static let sheet: Html = Html(stringLiteral: colours + page + tables + drawings + narrow + paper)

  private static let colours = """
    :root{--paper:#fff;--sheet:#f6f7f9;--ink:#17202a;--quiet:#56616d;--rule:#d5dbe1;--accent:#0a5696;--past:#a9c4dc;
    --cone:#0a569626;--warn:#9a4a00;--b0:#10375c;--b1:#1f5a8e;--b2:#3b7fb8;--b3:#6aa3d1;--b4:#97c0e2;--b5:#c2daee;--b6:#e3eef7;--dot:#17202a}
    @media (prefers-color-scheme:dark){:root{--paper:#14191f;--sheet:#1c232b;--ink:#e8ecf0;--quiet:#a5b0bb;--rule:#38424d;
    --accent:#79b8f3;--past:#3f5f7d;--cone:#79b8f333;--warn:#ffb868;--b0:#d6e9fa;--b1:#a9cff0;--b2:#7fb2df;--b3:#5a94c6;--b4:#3f76a6;
    --b5:#2b5884;--b6:#1d3f61;--dot:#0c1117}}

    """

  private static let page = """
    *{box-sizing:border-box}
    body{margin:0 auto;max-width:76rem;padding:2.5rem 1.5rem 4rem;background:var(--paper);color:var(--ink);
    font:1rem/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Liberation Sans",sans-serif}
    a{color:var(--accent)} .skip,.heard{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
    .skip:focus{position:static;width:auto;height:auto;clip-path:none}
    h1{font-size:clamp(1.9rem,5vw,2.9rem);line-height:1.1;margin:0;letter-spacing:-.02em}
    h2{font-size:1.5rem;line-height:1.25;margin:3.2rem 0 .9rem;padding-top:1rem;border-top:2px solid var(--ink)}
    h3{font-size:1.1rem;margin:2rem 0 .5rem} p{margin:.6rem 0;max-width:46rem}
    .over{margin:0 0 .4rem;color:var(--accent);font-weight:600} .period{font-size:1.25rem;margin:.3rem 0 1.2rem;color:var(--quiet)}
    dl{margin:0} dd{margin:0} .facts{display:flex;flex-wrap:wrap;gap:.4rem 2.2rem}
    .facts dt,.tiles dt{color:var(--quiet);font-size:.85rem} .facts dd{font-weight:600}
    .secret{display:inline-block;margin:1rem 0 0;padding:.35rem .8rem;border:2px solid var(--warn);color:var(--warn);font-weight:700}
    #verdict h2{border:0;margin-top:1.6rem} .lede p{font-size:1.16rem;line-height:1.5;max-width:50rem} .lede p:first-child{font-weight:600}
    .tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(10.5rem,1fr));gap:.8rem;margin:1.5rem 0 0}
    .tiles>div{background:var(--sheet);border-left:4px solid var(--accent);padding:.7rem 1rem}
    .tiles b{display:block;font-size:2.1rem;line-height:1.15;font-variant-numeric:tabular-nums} .tiles span{color:var(--quiet);font-size:.9rem}
    .title{font-weight:600;font-size:.88rem;margin:.9rem 0 0} .key,.source{color:var(--quiet);font-size:.88rem} .source::before{content:"\\2014\\00A0"} .rules li{margin:.3rem 0}
    .places{columns:12rem;padding-left:1.2rem} figure{margin:1rem 0} details{margin:.4rem 0}
    summary{cursor:pointer;color:var(--accent);font-size:.9rem;padding:.2rem 0}

    """

  private static let tables = """
    .scroll{position:relative;overflow-x:auto;margin:.8rem 0;background:linear-gradient(90deg,var(--paper) 40%,transparent) local 0 0/2rem 100% no-repeat,
    linear-gradient(270deg,var(--paper) 40%,transparent) local 100% 0/2rem 100% no-repeat,
    linear-gradient(90deg,var(--rule),transparent) 0 0/.8rem 100% no-repeat,linear-gradient(270deg,var(--rule),transparent) 100% 0/.8rem 100% no-repeat}
    .scroll:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
    table{border-collapse:collapse;width:auto;min-width:min(100%,34rem);font-size:.88rem;line-height:1.35} caption{text-align:left;font-weight:600;padding:0 0 .4rem}
    th,td{padding:.35rem .32rem;text-align:left;vertical-align:top;border-bottom:1px solid var(--rule)}
    thead th{vertical-align:bottom;border-bottom:2px solid var(--ink);font-weight:600;font-size:.82rem;hyphens:auto}
    .n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap} thead .n{white-space:normal}
    tbody th{min-width:7.6rem;font-weight:500;position:sticky;left:0;background:var(--paper)} tbody tr:hover>*{background:var(--sheet)}
    .sum>*{font-weight:700;border-top:2px solid var(--ink)} td ul{margin:0;padding-left:1rem}
    .few{color:var(--quiet);text-decoration:none} .line-up,.bounds{white-space:nowrap} .bounds{color:var(--quiet)} .n .bounds{display:block} .marks{white-space:nowrap} .mark{margin-right:.5rem;font-size:1.05rem}

    """

  private static let drawings = """
    svg{display:block;width:100%;min-width:36rem;height:auto;max-width:54rem} svg text{font-size:12.5px;fill:var(--ink)}
    svg.bar{display:inline-block;vertical-align:-.1em;min-width:0;width:4.2rem;height:.8rem} svg .small{paint-order:stroke;stroke:var(--paper);stroke-width:3px;font-size:10.5px;fill:var(--quiet)} svg .unit,svg .quiet{fill:var(--quiet);font-weight:400}
    svg .strong{font-weight:700} .halo{paint-order:stroke;stroke:var(--paper);stroke-width:4px}
    .grid{stroke:var(--rule);stroke-width:1} .axis{stroke:var(--quiet);stroke-width:1} .lead{stroke:var(--quiet);stroke-width:.8}
    .line{fill:none;stroke:var(--accent);stroke-width:3;stroke-linejoin:round} .middle{fill:none;stroke:var(--accent);stroke-width:2;stroke-dasharray:2 4}
    .cone{fill:var(--cone);stroke:var(--accent);stroke-width:.8} .task{stroke:var(--ink);stroke-width:2} .pace{fill:none;stroke:var(--quiet);stroke-width:1.5;stroke-dasharray:7 5}
    .today{stroke:var(--quiet);stroke-width:1;stroke-dasharray:1 3} .point{fill:var(--accent);stroke:var(--paper);stroke-width:1.5}
    .done{fill:var(--accent)} .past{fill:var(--past)} .groove{fill:var(--rule)} .notch{stroke:var(--ink);stroke-width:2}
    .range{stroke:var(--accent);stroke-width:5;stroke-opacity:.55} .level{stroke:var(--ink);stroke-width:1.2;stroke-dasharray:5 4}
    .dot{fill:var(--accent);fill-opacity:.55}
    .band{stroke:var(--paper);stroke-width:1} .b0{fill:var(--b0)} .b1{fill:var(--b1)} .b2{fill:var(--b2)} .b3{fill:var(--b3)} .b4{fill:var(--b4)} .b5{fill:var(--b5)} .b6{fill:var(--b6)}
    .ink{stroke:var(--dot);stroke-opacity:.35;stroke-width:1.4} .inked{fill:var(--dot);fill-opacity:.4}

    """

  private static let narrow = """
    @media screen and (max-width:80rem){body{padding-left:1rem;padding-right:1rem} table{font-size:.79rem} th,td{padding:.3rem .2rem}
    thead th{font-size:.7rem} tbody th{min-width:6rem} svg.bar{width:2.4rem}}

    """

  private static let paper = """
    @page{size:A4;margin:16mm 15mm} @page wide{size:A4 landscape;margin:14mm}
    @media print{:root{--paper:#fff;--sheet:#f3f4f6;--ink:#000;--quiet:#444;--rule:#bbb;--accent:#0a4a80;--past:#a9c4dc;--cone:#0a4a8026;--warn:#7a3a00;
    --b0:#10375c;--b1:#1f5a8e;--b2:#3b7fb8;--b3:#6aa3d1;--b4:#97c0e2;--b5:#c2daee;--b6:#e3eef7;--dot:#17202a}
    body{max-width:none;padding:0;font-size:10pt;-webkit-print-color-adjust:exact;print-color-adjust:exact} .wide{page:wide}
    h2,h3,caption,.title{break-after:avoid} svg,tr,.tiles{break-inside:avoid} .wide svg{max-height:12cm;max-width:23cm}
    .wide svg.bar{max-width:4.2rem} .tiles{grid-template-columns:repeat(4,1fr)} thead{display:table-header-group} .sum{break-inside:avoid}
    .scroll{overflow:visible;background:none} table{font-size:8.2pt} th,td{padding:2pt 4pt} svg{min-width:0;max-width:17cm} tbody th{position:static}
    summary{display:none} details{display:block} details::details-content{display:block;content-visibility:visible} a{color:inherit;text-decoration:none}}

    """
}
