//! Bills as people tell them.

use crate::read;

/// A prompt; seller, buyer, number; items as name|quantity|rate|amount; sums; facts; notes.
struct Case(
    &'static str,
    [&'static str; 3],
    &'static [&'static str],
    &'static [&'static str],
    &'static [&'static str],
    usize,
);

const INVOICES: &[Case] = &[
    Case(
        "invoice from Fern Studio to Toft Bakery, 3 x Design $200, 1 x Hosting $50, total $650",
        ["Fern Studio", "Toft Bakery", ""],
        &["Design|3|$200|", "Hosting|1|$50|"],
        &["Total $650"],
        &[],
        0,
    ),
    Case(
        "invoice for Alder Ltd, 2 x Chairs $300, 1 x Table $250, total $550",
        ["Alder Ltd", "", ""],
        &["Chairs|2||$300", "Table|1||$250"],
        &["Total $550"],
        &[],
        0,
    ),
    Case(
        "invoice for Oak & Pine, 12 h carpentry at 45 €, 2 x oak door 320 €, total 1180 €",
        ["Oak & Pine", "", ""],
        &["carpentry|12 h|45 €|", "oak door|2|320 €|"],
        &["Total 1180 €"],
        &[],
        0,
    ),
    Case(
        "invoice from Birch & Byte to Northwind Labs: logo design 1 x $900, web pages 4 x $350, due 30 Nov 2026",
        ["Birch & Byte", "Northwind Labs", ""],
        &["logo design|1|$900|", "web pages|4|$350|"],
        &[],
        &["Due 30 Nov 2026"],
        0,
    ),
    Case(
        "Invoice INV-2027-031, bill to Harbor Dental, line Website redesign $4,800.00, total $4,800.00",
        ["", "Harbor Dental", "INV-2027-031"],
        &["Website redesign|||$4,800.00"],
        &["Total $4,800.00"],
        &[],
        0,
    ),
    Case(
        "invoice #1042: Logo design $900, total $900",
        ["", "", "#1042"],
        &["Logo design|||$900"],
        &["Total $900"],
        &[],
        0,
    ),
    Case(
        "Invoice #2043 for Bright Studio, 3 lines: Logo design $600, Business cards $120, Flyer $240, total $960",
        ["", "Bright Studio", "#2043"],
        &[
            "Logo design|||$600",
            "Business cards|||$120",
            "Flyer|||$240",
        ],
        &["Total $960"],
        &[],
        0,
    ),
    Case(
        "invoice for Oak & Pine with two items: Lawn care $80, Hedge trim $45",
        ["Oak & Pine", "", ""],
        &["Lawn care|||$80", "Hedge trim|||$45"],
        &[],
        &[],
        0,
    ),
    Case(
        "invoice with 2 items: Lawn care $80, Hedge trim $45, total $125",
        ["", "", ""],
        &["Lawn care|||$80", "Hedge trim|||$45"],
        &["Total $125"],
        &[],
        0,
    ),
    Case(
        "faktura FV/12/2027: Projekt strony 4 000 zł, Hosting 350 zł, razem 4 350 zł",
        ["", "", "FV/12/2027"],
        &["Projekt strony|||4 000 zł", "Hosting|||350 zł"],
        &["Razem 4 350 zł"],
        &[],
        0,
    ),
    Case(
        "grocery receipt FRESH MART milk 2.49 bread 3.10 total 5.59",
        ["FRESH MART", "", ""],
        &["milk|||2.49", "bread|||3.10"],
        &["Total 5.59"],
        &[],
        0,
    ),
    Case(
        "gas station receipt: Pump 4, $38.76, Visa **** 1234",
        ["", "", ""],
        &[],
        &["Total $38.76", "Visa **** 1234"],
        &[],
        1,
    ),
    Case(
        "hotel invoice: Grand Plaza, guest Tom Reed, 3 nights x €120 = €360, city tax €9, total €369",
        ["Grand Plaza", "Tom Reed", ""],
        &["nights|3|€120|€360", "city tax|||€9"],
        &["Total €369"],
        &[],
        0,
    ),
    Case(
        "invoice for 3 nights x €120 = €360, total €360",
        ["", "", ""],
        &["nights|3|€120|€360"],
        &["Total €360"],
        &[],
        0,
    ),
    Case(
        "Invoice from Lumen Studio\nInvoice no 2027-118\nBill to: Marta Ruiz\nLogo design, 1, $900.00, $900.00\nBusiness cards, 250, $0.40, $100.00\nTotal $1,000.00",
        ["Lumen Studio", "Marta Ruiz", "2027-118"],
        &[
            "Logo design|1|$900.00|$900.00",
            "Business cards|250|$0.40|$100.00",
        ],
        &["Total $1,000.00"],
        &[],
        0,
    ),
    Case(
        "invoice from Ada Cole:\nItem | Hours | Rate\nGarden plan | 6 | $50\nPlanting | 10 | $40",
        ["Ada Cole", "", ""],
        &["Garden plan|6|$50|", "Planting|10|$40|"],
        &[],
        &[],
        0,
    ),
    Case(
        "invoice for web design 40 hours at $85/hr, from Pixel Forge LLC to Acme Inc, due 30 June 2026",
        ["Pixel Forge LLC", "Acme Inc", ""],
        &["web design|40 hours|$85/hr|"],
        &[],
        &["Due 30 June 2026"],
        0,
    ),
    Case(
        "Invoice #1042. Bill to: Harper & Sons. Items: Logo design $600, Business cards (500) $120. Tax 8%. Total $1,749.60. Pay by bank transfer within 14 days.",
        ["", "Harper & Sons", "#1042"],
        &["Logo design|||$600", "Business cards|500||$120"],
        &["Tax 8%", "Total $1,749.60"],
        &[],
        1,
    ),
    Case(
        "invoice Studio Kern to Nordlicht GmbH: logo design 1200 EUR, website 3400 EUR, 19% VAT 874, total 5474 EUR",
        ["Studio Kern", "Nordlicht GmbH", ""],
        &["logo design|||1200 EUR", "website|||3400 EUR"],
        &["19% VAT 874", "Total 5474 EUR"],
        &[],
        0,
    ),
    Case(
        "invoice #77 from Studio Arc to Bell Ltd: logo design 1200, website 4800; total 6000 EUR due 30 June",
        ["Studio Arc", "Bell Ltd", "#77"],
        &["logo design|||1200", "website|||4800"],
        &["Total 6000 EUR"],
        &["Due 30 June"],
        0,
    ),
    Case(
        "invoice #12 from Studio Nord to Acme Ltd, web design 20 h at 80 EUR, hosting 12 months at 10 EUR, due 30 June",
        ["Studio Nord", "Acme Ltd", "#12"],
        &["web design|20 h|80 EUR|", "hosting|12 months|10 EUR|"],
        &[],
        &["Due 30 June"],
        0,
    ),
    Case(
        "Rechnung Nr. 2025-17, Malermeister Huber an Familie Klein: Wohnzimmer streichen 480 €, Material 120 €",
        ["Malermeister Huber", "Familie Klein", "2025-17"],
        &["Wohnzimmer streichen|||480 €", "Material|||120 €"],
        &[],
        &[],
        0,
    ),
    Case(
        "factura de Taller Pérez a Ana Gil: frenos 180 €, aceite 90 €",
        ["Taller Pérez", "Ana Gil", ""],
        &["frenos|||180 €", "aceite|||90 €"],
        &[],
        &[],
        0,
    ),
    Case(
        "simple invoice: garden work 250€, total 250€, Müller Gartenbau",
        ["Müller Gartenbau", "", ""],
        &["garden work|||250€"],
        &["Total 250€"],
        &[],
        0,
    ),
    Case(
        "invoice for Bloom Florals: wedding bouquet $180, delivery $30, total $210. due on receipt",
        ["Bloom Florals", "", ""],
        &["wedding bouquet|||$180"],
        &["Delivery $30", "Total $210"],
        &["Due on receipt"],
        0,
    ),
];

const RECEIPTS: &[Case] = &[
    Case(
        "чек из кафе: Капучино 220 ₽, Сырники 340 ₽, Итого 560 ₽",
        ["", "", ""],
        &["Капучино|||220 ₽", "Сырники|||340 ₽"],
        &["Итого 560 ₽"],
        &[],
        0,
    ),
    Case(
        "receipt: coffee 2 × 15 = 30, cake 1 × 20 = 20, total 50",
        ["", "", ""],
        &["coffee|2|15|30", "cake|1|20|20"],
        &["Total 50"],
        &[],
        0,
    ),
    Case(
        "فاتورة: قهوة 2 × 15 = 30، كعكة 1 × 20 = 20، المجموع 50",
        ["", "", ""],
        &["قهوة|2|15|30", "كعكة|1|20|20"],
        &["المجموع 50"],
        &[],
        0,
    ),
    Case(
        "coffee receipt: Bean There, 2 Muffin 5.00, VAT 19% 0.80, Total 5.80, Thank you, come again!",
        ["Bean There", "", ""],
        &["Muffin|2||5.00"],
        &["VAT 19% 0.80", "Total 5.80"],
        &[],
        1,
    ),
    Case(
        "grocery receipt: milk 2.49, 2x bread 3.10, total 9.84, thank you for shopping at Green Basket",
        ["Green Basket", "", ""],
        &["milk|||2.49", "bread|2||3.10"],
        &["Total 9.84"],
        &[],
        1,
    ),
    Case(
        "receipt: Café Luz, espresso 3 €, carrot cake 5 €, total 8 €",
        ["Café Luz", "", ""],
        &["espresso|||3 €", "carrot cake|||5 €"],
        &["Total 8 €"],
        &[],
        0,
    ),
    Case(
        "Rechnung Café Mokka: 3x Cappuccino 11,40 €, x2 Käsekuchen 8,60 €, Wasser x1 3,00 €, Summe 23,00 €",
        ["Café Mokka", "", ""],
        &[
            "Cappuccino|3||11,40 €",
            "Käsekuchen|2||8,60 €",
            "Wasser|1||3,00 €",
        ],
        &["Summe 23,00 €"],
        &[],
        0,
    ),
    Case(
        "taxi receipt: fare $18.50, tip $3, total $21.50, trip from JFK to Midtown, Mar 3 2025 9:42 pm",
        ["", "", ""],
        &["fare|||$18.50"],
        &["Tip $3", "Total $21.50"],
        &["Trip JFK to Midtown", "Date Mar 3 2025", "Time 9:42 pm"],
        0,
    ),
];

#[test]
fn invoices_have_parties_items_and_sums() {
    check(INVOICES);
}

#[test]
fn receipts_have_items_and_sums() {
    check(RECEIPTS);
}

fn check(cases: &[Case]) {
    for Case(prompt, parties, items, sums, facts, notes) in cases {
        let brief = read(prompt);
        let bill = brief.bill.as_ref().expect(prompt);
        let text = |i: Option<usize>| i.map_or("", |i| brief.literals[i].text.as_str());
        assert_eq!(
            [text(bill.seller), text(bill.buyer), text(bill.number)],
            *parties,
            "{prompt}"
        );
        let found: Vec<String> = bill
            .items
            .iter()
            .map(|i| {
                [Some(i.name), i.quantity, i.rate, i.amount]
                    .map(text)
                    .join("|")
            })
            .collect();
        assert_eq!(found, *items, "{prompt}");
        let found: Vec<String> = bill
            .sums
            .iter()
            .map(|(l, i)| format!("{l} {}", text(Some(*i))))
            .collect();
        assert_eq!(found, *sums, "{prompt}");
        let found: Vec<String> = bill
            .facts
            .iter()
            .map(|(l, i)| format!("{l} {}", text(Some(*i))))
            .collect();
        assert_eq!(found, *facts, "{prompt}");
        assert_eq!(bill.notes.len(), *notes, "{prompt}");
    }
}
