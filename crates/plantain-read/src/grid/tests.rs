//! Tables that are told group by group, and what every kind of table is held to.

use crate::read;

/// Holds the heads of the grid that `prompt` tells, and its rows as "label: cell cell" with `between` between their cells.
pub(super) fn check(prompt: &str, heads: &[&str], rows: &[&str], between: &str) {
    let brief = read(prompt);
    let grid = brief.grid.as_ref().expect(prompt);
    let text = |at: usize| brief.literals[at].text.as_str();
    let found: Vec<&str> = grid.heads.iter().map(|at| text(*at)).collect();
    assert_eq!(found, heads, "{prompt}");
    let found: Vec<String> = grid
        .rows
        .iter()
        .map(|(label, cells)| {
            let cells: Vec<&str> = cells.iter().map(|at| text(*at)).collect();
            format!("{}: {}", label.map_or("", text), cells.join(between))
        })
        .collect();
    assert_eq!(found, rows, "{prompt}");
}

#[test]
fn groups_become_rows() {
    // Prompt; heads; rows as label: cells; sides.
    type Case = (
        &'static str,
        &'static [&'static str],
        &'static [&'static str],
        bool,
    );
    const CASES: &[Case] = &[
        (
            "comparison table: Basic, Pro, Enterprise. price $9, $29, $99; users 1, 10, unlimited; support email, chat, phone",
            &["Basic", "Pro", "Enterprise"],
            &[
                "price: $9 $29 $99",
                "users: 1 10 unlimited",
                "support: email chat phone",
            ],
            false,
        ),
        (
            "comparison table Basic, Pro and Team plans: price $0, $12, $29; users 1, 1, 10",
            &["Basic", "Pro", "Team"],
            &["price: $0 $12 $29", "users: 1 1 10"],
            false,
        ),
        (
            "comparison table Free vs Plus: price $0, $12, storage 5 GB, 1 TB",
            &["Free", "Plus"],
            &["price: $0 $12", "storage: 5 GB 1 TB"],
            false,
        ),
        (
            "feature checklist with ticks. columns Mild, Hot. rows: Garlic (✅ ❌), Lime (✅ ✅). Heading: Which sauce?",
            &["Mild", "Hot"],
            &["Garlic: ✅ ❌", "Lime: ✅ ✅"],
            false,
        ),
        (
            "class timetable for 2C, Monday to Wednesday. Hour 1: Maths, Art, PE. Hour 2: Music, Latin, Maths.",
            &["Monday", "Tuesday", "Wednesday"],
            &["Hour 1: Maths Art PE", "Hour 2: Music Latin Maths"],
            false,
        ),
        (
            "pricing table 2 plans: Seed $0, Tree $8 /month. rows Files 10 / 500, Help Mail / Chat. highlight Tree as \"Our pick\"",
            &["Seed $0", "Tree $8 /month – Our pick"],
            &["Files: 10 500", "Help: Mail Chat"],
            false,
        ),
        (
            "对比表:咖啡和可可。颜色:黑 / 棕;味道:苦 / 甜",
            &["咖啡", "可可"],
            &["颜色: 黑 棕", "味道: 苦 甜"],
            false,
        ),
        (
            "Slide comparing before and after: before - manual entry, 3 days. after - automated, 2 hours",
            &[],
            &["before: manual entry 3 days", "after: automated 2 hours"],
            true,
        ),
        (
            "bus timetable line 42: Central Station 7:05 7:35, Market Square 7:12 7:42",
            &[],
            &["Central Station: 7:05 7:35", "Market Square: 7:12 7:42"],
            false,
        ),
        (
            "comparison table Ada 15 | Bo 8 | Cy S24 rows: price $799 $699 $599; weight 171 187 167 g",
            &["Ada 15", "Bo 8", "Cy S24"],
            &["price: $799 $699 $599", "weight: 171 187 167 g"],
            false,
        ),
        (
            "table of conversions: kg/lb 1/2.2, 5/11, 10/22",
            &["kg", "lb"],
            &[": 1 2.2", ": 5 11", ": 10 22"],
            false,
        ),
        (
            "comparison of two bikes: City costs $300 and has 3 gears and no lights, Tour costs $700 and has 21 gears and good lights",
            &[],
            &[
                "City: $300 3 gears no lights",
                "Tour: $700 21 gears good lights",
            ],
            true,
        ),
        (
            "infographic comparing owls and bats: owls live 12 years, bats live 20; owls are birds, bats are mammals",
            &[],
            &["owls: live 12 years birds", "bats: live 20 mammals"],
            true,
        ),
        (
            "비교표: 요금제 기본 9,900원 저장공간 10GB, 프로 19,900원 저장공간 100GB",
            &[],
            &[
                "요금제 기본: 9,900원 저장공간 10GB",
                "프로: 19,900원 저장공간 100GB",
            ],
            true,
        ),
        (
            "mevsim tablosu: Mevsim, Ay. Yaz, Haziran. Kış, Aralık",
            &["Mevsim", "Ay"],
            &[": Yaz Haziran", ": Kış Aralık"],
            false,
        ),
        (
            "表:曜日と担当。月曜 佐藤、火曜 鈴木、水曜 田中",
            &["曜日", "担当"],
            &[": 月曜 佐藤", ": 火曜 鈴木", ": 水曜 田中"],
            false,
        ),
        (
            "class schedule monday to friday: math 8:00, art 9:30",
            &[],
            &["8:00: math", "9:30: art"],
            false,
        ),
    ];
    for (prompt, heads, rows, sides) in CASES {
        check(prompt, heads, rows, " ");
        let grid = read(prompt).grid;
        assert_eq!(grid.expect(prompt).sides, *sides, "{prompt}");
    }
}
