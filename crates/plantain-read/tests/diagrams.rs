//! What the content of diagrams and charts is read as.

use plantain_read::{Brief, Genre, read};

/// The texts in order, joined by a bar.
fn texts(brief: &Brief) -> String {
    brief
        .literals
        .iter()
        .map(|literal| literal.text.as_str())
        .collect::<Vec<_>>()
        .join(" | ")
}

/// Each member of the tree with its parent: "CTO < CEO".
fn tree(brief: &Brief) -> String {
    brief
        .tree
        .iter()
        .map(|branch| match branch.parent {
            Some(parent) => format!("{} < {}", branch.text, brief.tree[parent].text),
            None if let Some((a, b)) = branch.between => {
                format!(
                    "({} = {} + {})",
                    branch.text, brief.tree[a].text, brief.tree[b].text
                )
            }
            None if branch.shared => format!("({})", branch.text),
            None => branch.text.clone(),
        })
        .collect::<Vec<_>>()
        .join(", ")
}

fn links(brief: &Brief) -> String {
    let text = |at: usize| brief.literals[at].text.as_str();
    brief
        .links
        .iter()
        .map(|link| match link.label {
            Some(label) => format!("{} -{}- {}", text(link.from), text(label), text(link.to)),
            None => format!("{} - {}", text(link.from), text(link.to)),
        })
        .collect::<Vec<_>>()
        .join(", ")
}

/// Each data set: name, then label and value as printed.
fn data(brief: &Brief) -> String {
    brief
        .data
        .iter()
        .map(|set| {
            let points: Vec<String> = set
                .points
                .iter()
                .map(|point| format!("{} {}", point.label, point.shown))
                .collect();
            format!(
                "{}[{}]",
                set.name.as_deref().unwrap_or(""),
                points.join(", ")
            )
        })
        .collect::<Vec<_>>()
        .join(" ")
}

#[test]
fn trees_are_told_in_many_ways() {
    for (prompt, want) in [
        (
            "org chart: President Sam Lee; under him VP Sales Kim Roy, VP Product Ada Poe",
            "Sam Lee, Kim Roy < Sam Lee, Ada Poe < Sam Lee",
        ),
        (
            "mapa del metro: línea roja Norte, Centro, Sur; línea azul Este, Centro, Oeste",
            "línea roja, Norte < línea roja, Centro < línea roja, Sur < línea roja, línea azul, Este < línea azul, Centro < línea azul, Oeste < línea azul",
        ),
        (
            "mind map \"Healthy Living\" branches: Food, Sleep, Exercise",
            "Healthy Living, Food < Healthy Living, Sleep < Healthy Living, Exercise < Healthy Living",
        ),
        (
            "org chart \"Bakery\": Owner Rosa; CTO Tom, CFO Kim; under Tom: Al, Bea",
            "Rosa, Tom < Rosa, Kim < Rosa, Al < Tom, Bea < Tom",
        ),
        (
            "org structure, Board at top, Executive Director below, then Programs, Operations",
            "Board, Executive Director < Board, Programs < Executive Director, Operations < Executive Director",
        ),
        (
            "org chart \"Studio\": \"Director: Ida\", under her \"Camera: Bo\", \"Sound: Li\"",
            "Director: Ida, Camera: Bo < Director: Ida, Sound: Li < Director: Ida",
        ),
        (
            "family tree 3 generations: Grandma Rose, Mom Ella and Uncle Ben, kids Leo and Ivy under Ella",
            "Grandma Rose, Mom Ella < Grandma Rose, Uncle Ben < Grandma Rose, Leo < Mom Ella, Ivy < Mom Ella",
        ),
        (
            "school org chart: Principal Mrs. Adams, Vice Principal Mr. Lee, below: Math Dept, Arts Dept",
            "Mrs. Adams, Mr. Lee < Mrs. Adams, Math Dept < Mr. Lee, Arts Dept < Mr. Lee",
        ),
        (
            "mind map center \"Sales\" with Leads, Calls, Fairs around it",
            "Sales, Leads < Sales, Calls < Sales, Fairs < Sales",
        ),
        (
            "mind map \"Road trip\": Car, Snacks, Stops; under Snacks: chips, fruit; under Stops: lake",
            "Road trip, Car < Road trip, Snacks < Road trip, chips < Snacks, fruit < Snacks, Stops < Road trip, lake < Stops",
        ),
        (
            "mind map: Trip -> Budget, Flights, Stay; Stay -> Hotel, Camp",
            "Trip, Budget < Trip, Flights < Trip, Stay < Trip, Hotel < Stay, Camp < Stay",
        ),
        (
            "venn diagram Owls vs Bats: owls feathers, eggs; bats fur, milk; both night, wings",
            "Owls, feathers < Owls, eggs < Owls, Bats, fur < Bats, milk < Bats, (night), (wings)",
        ),
        (
            "venn diagram: Owls vs Bats. Owls feathers, eggs. Bats fur, milk. both night, wings",
            "Owls, feathers < Owls, eggs < Owls, Bats, fur < Bats, milk < Bats, (night), (wings)",
        ),
        (
            "ベン図:犬と猫。犬は散歩、猫は昼寝",
            "犬, 散歩 < 犬, 猫, 昼寝 < 猫",
        ),
        (
            "org chart: CEO Mia Holt; under her CTO, CFO; under CTO Frontend, Backend",
            "Mia Holt, CTO < Mia Holt, CFO < Mia Holt, Frontend < CTO, Backend < CTO",
        ),
        (
            "Make an organizational chart. Founder is Ana Ruiz. She manages Tom Reed (Ops) and Bo Lind (Art). Under Tom are Li Wei and Sam Ortiz.",
            "Ana Ruiz, Tom Reed (Ops) < Ana Ruiz, Bo Lind (Art) < Ana Ruiz, Li Wei < Tom Reed (Ops), Sam Ortiz < Tom Reed (Ops)",
        ),
        (
            "org structure of a hotel\n- Director\n  - Kitchen\n    - Pastry\n  - Front desk",
            "Director, Kitchen < Director, Pastry < Kitchen, Front desk < Director",
        ),
        (
            "sitemap for a shop: Home > About, Shop. Shop > Bread, Cakes",
            "Home, About < Home, Shop < Home, Bread < Shop, Cakes < Shop",
        ),
        (
            "can u make an org chart? owner: Rita Gomes. she has 2 managers, Paul (kitchen) and Nina (shop). paul manages 3 bakers: Ed, Flo, Gus",
            "Rita Gomes, Paul (kitchen) < Rita Gomes, Nina (shop) < Rita Gomes, Ed < Paul (kitchen), Flo < Paul (kitchen), Gus < Paul (kitchen)",
        ),
        (
            "mind map about health: central idea Health, branches Food (fruit, water), Sleep (8 hours)",
            "Health, Food < Health, fruit < Food, water < Food, Sleep < Health, 8 hours < Sleep",
        ),
        (
            "Mindmap zum Thema Gesund leben: Ernährung, Bewegung, Schlaf",
            "Gesund leben, Ernährung < Gesund leben, Bewegung < Gesund leben, Schlaf < Gesund leben",
        ),
        (
            "Venn diagram of Cats and Dogs with overlap 'Pets'",
            "Cats, Dogs, (Pets)",
        ),
        (
            "Venn diagram of two circles: left \"Cats\" with \"Claws\" and \"Purr\", right \"Dogs\" with \"Bark\", overlap \"Four legs\"",
            "Cats, Claws < Cats, Purr < Cats, Dogs, Bark < Dogs, (Four legs)",
        ),
        (
            "venn diagram Owls / Bats / overlap says Night. Owls: Lay eggs. Bats: Hang",
            "Owls, Lay eggs < Owls, Bats, Hang < Bats, (Night)",
        ),
        (
            "mind map for naming a podcast. Center: \"Name?\" Branches: Words → echo, kettle. Mood → dry, warm",
            "Name?, Words < Name?, echo < Words, kettle < Words, Mood < Name?, dry < Mood, warm < Mood",
        ),
        (
            "Org chart. Director: Mirela Stan. Reports: Stage Manager: Cal Webb, Producer: Ana Duarte",
            "Mirela Stan, Cal Webb < Mirela Stan, Ana Duarte < Mirela Stan",
        ),
        (
            "Venn: Coffee (bitter, strong) vs Tea (calm, herbal), both: caffeine",
            "Coffee, bitter < Coffee, strong < Coffee, Tea, calm < Tea, herbal < Tea, (caffeine)",
        ),
        (
            "SWOT analysis for a cafe: strengths - local food; weaknesses - small budget; opportunities - catering; threats - rent",
            "strengths, local food < strengths, weaknesses, small budget < weaknesses, opportunities, catering < opportunities, threats, rent < threats",
        ),
        (
            "swot analysis coffee shop: strengths loyal customers, great location; weaknesses small kitchen; opportunities catering, online orders; threats new chain, rent rise",
            "strengths, loyal customers < strengths, great location < strengths, weaknesses, small kitchen < weaknesses, opportunities, catering < opportunities, online orders < opportunities, threats, new chain < threats, rent rise < threats",
        ),
        (
            "org chart startup: CEO Mia, reporting to her: CTO Jon, CMO Ada",
            "Mia, Jon < Mia, Ada < Mia",
        ),
        (
            "metro map: red line Airport, Central, Harbor; blue line Zoo, Central",
            "red line, Airport < red line, Central < red line, Harbor < red line, blue line, Zoo < blue line, Central < blue line",
        ),
        (
            "org chart: CEO Ida Berg; under her CTO Sam Ode, COO Ruth Bauer; Sam has Backend and Mobile, Ruth has Logistics",
            "Ida Berg, Sam Ode < Ida Berg, Ruth Bauer < Ida Berg, Backend < Sam Ode, Mobile < Sam Ode, Logistics < Ruth Bauer",
        ),
        (
            "venn diagram of cats and dogs: cats independent, climb; dogs loyal, bark; both pets, furry",
            "cats, independent < cats, climb < cats, dogs, loyal < dogs, bark < dogs, (pets), (furry)",
        ),
        (
            "2-circle Venn: left 'Design' right 'Code', overlap 'Front-end'",
            "Design, Code, (Front-end)",
        ),
        (
            "diagramme de Venn : Paris (métro), Londres (Tube), en commun : musées, fleuve",
            "Paris, métro < Paris, Londres, Tube < Londres, (musées), (fleuve)",
        ),
        (
            "mind map: Marketing in the centre; branches: Social (Instagram, TikTok), SEO",
            "Marketing, Social < Marketing, Instagram < Social, TikTok < Social, SEO < Marketing",
        ),
        (
            "マインドマップ:旅行計画 交通(飛行機、電車)、宿泊(ホテル)",
            "旅行計画, 交通 < 旅行計画, 飛行機 < 交通, 電車 < 交通, 宿泊 < 旅行計画, ホテル < 宿泊",
        ),
        (
            "venn diagram of cats and dogs: cats - climb trees, purr; dogs - fetch, bark; both - furry, pets",
            "cats, climb trees < cats, purr < cats, dogs, fetch < dogs, bark < dogs, (furry), (pets)",
        ),
        (
            "venn diagram designers / developers / with 'unicorns' in the middle",
            "designers, developers, (unicorns)",
        ),
        (
            "org chart: CEO Priya Nair; under her CTO Leo Marsh (teams: Platform, Mobile), CFO Dana Cole (team: Payroll)",
            "Priya Nair, Leo Marsh < Priya Nair, Platform < Leo Marsh, Mobile < Leo Marsh, Dana Cole < Priya Nair, Payroll < Dana Cole",
        ),
        (
            "Venn diagram with three circles Design, Engineering, Business. Design and Engineering overlap: Prototyping. Engineering and Business: Scalability. Design & Business: Branding, Sales. Center: Great product",
            "Design, Engineering, Business, (Prototyping = Design + Engineering), (Scalability = Engineering + Business), (Branding = Design + Business), (Sales = Design + Business), (Great product)",
        ),
        (
            "venn diagram: Art, Maths, Music. Art and Maths: Patterns, Maths and Music: Rhythm, all three: Beauty",
            "Art, Maths, Music, (Patterns = Art + Maths), (Rhythm = Maths + Music), (Beauty)",
        ),
        (
            "school org chart: principal Mrs. Rowe, below her deputy heads Tom Hale and Anna Quist, below them teachers: Maths, Science, English, Arts",
            "Mrs. Rowe, Tom Hale < Mrs. Rowe, Anna Quist < Mrs. Rowe, Maths < Tom Hale, Science < Tom Hale, English < Anna Quist, Arts < Anna Quist",
        ),
        (
            "family tree: grandparents Otto and Lena; their children Paul (married to Rita) and Eva",
            "Otto, Paul < Otto, Eva < Otto",
        ),
        (
            "org chart of a farm. At the top is the Owner, Mrs. Vale. Two foremen report to her: Mr. Pike (Fields) and Ms. Roe (Barn)",
            "Mrs. Vale, Mr. Pike (Fields) < Mrs. Vale, Ms. Roe (Barn) < Mrs. Vale",
        ),
        (
            "hotel hierarchy: Manager Lou; under her three people Desk - Max, Rooms - Pia, Bar - Ron",
            "Lou, Max < Lou, Pia < Lou, Ron < Lou",
        ),
        (
            "- Trustees\n  - Director: Ida Moss\n    - Events: Al Ray\nmake this an org chart",
            "Trustees, Ida Moss < Trustees, Al Ray < Ida Moss",
        ),
        (
            "family tree: grandparents \"Otto\" & \"Ada\"; their children \"Ben\" and \"Eva\"; Eva's kids \"Lia\", \"Jon\". old paper look",
            "Otto, Ben < Otto, Eva < Otto, Lia < Eva, Jon < Eva",
        ),
        (
            "서울 지하철 노선도 2호선: 시청, 동대문, 잠실, 강남",
            "2호선, 시청 < 2호선, 동대문 < 2호선, 잠실 < 2호선, 강남 < 2호선",
        ),
    ] {
        assert_eq!(tree(&read(prompt)), want, "{prompt}");
    }
}

#[test]
fn several_report_at_once_and_generations_follow() {
    for (prompt, want) in [
        (
            "org chart: Head of Sales Jon Ek and Head of Product Mia Bo report to CEO Ada Lin; under Jon: Sam, Pia",
            "Ada Lin, Jon Ek < Ada Lin, Mia Bo < Ada Lin, Sam < Jon Ek, Pia < Jon Ek",
        ),
        (
            "org chart startup: Founder Maya Chen; CTO Raj Patel with Backend Lee and Frontend Zoe; CMO Eva Stone with Content Max",
            "Maya Chen, Raj Patel < Maya Chen, Backend Lee < Raj Patel, Frontend Zoe < Raj Patel, Eva Stone < Maya Chen, Content Max < Eva Stone",
        ),
        (
            "family tree: grandparents Rosa and Luis, children Ana and Marco, grandchildren Leo, Mia",
            "Rosa and Luis, Ana < Rosa and Luis, Marco < Rosa and Luis, Leo < Ana, Mia < Marco",
        ),
    ] {
        assert_eq!(tree(&read(prompt)), want, "{prompt}");
    }
}

#[test]
fn flows_have_links_and_answers() {
    for (prompt, want) in [
        (
            "decision flow for refunds. Order arrives late? If yes, offer voucher. If no, check damage. Damaged? yes full refund / no close ticket",
            "Order arrives late? -yes- offer voucher, Order arrives late? -no- check damage, check damage - Damaged?, Damaged? -yes- full refund, Damaged? -no- close ticket",
        ),
        (
            "flowchart: Is the printer on? yes → Is there paper? no → Turn it on. Is there paper yes: call IT, no: add paper",
            "Is the printer on? -yes- Is there paper?, Is the printer on? -no- Turn it on, Is there paper? -yes- call IT, Is there paper? -no- add paper",
        ),
        (
            "flow diagram of a loan. A client sends papers (Papers sent), then a clerk reads them (Clerk review), if it is over $900 it goes to Board vote, otherwise straight to Loan paid. End with Letter sent. Use a diamond for the question Over $900?",
            "Papers sent - Clerk review, Clerk review - Over $900?, Over $900? - Board vote, Over $900? - Loan paid, Board vote - Letter sent, Loan paid - Letter sent",
        ),
        (
            "state machine for a lift: Idle, Moving, Open, Open goes back to Idle",
            "Idle - Moving, Moving - Open, Open - Idle",
        ),
        (
            "flowchart: Do you have a deadline? Yes -> Start now. No -> Is it fun? Yes -> Do it later. No -> Skip it",
            "Do you have a deadline? -Yes- Start now, Do you have a deadline? -No- Is it fun?, Is it fun? -Yes- Do it later, Is it fun? -No- Skip it",
        ),
        (
            "flowchart for tea: boil water -> milk? -> yes: add milk / no: skip -> drink",
            "boil water - milk?, milk? -yes- add milk, milk? -no- skip, skip - drink, add milk - drink",
        ),
        (
            "decision tree: do you have time? no -> get a fish. yes -> do you have a garden? yes -> get a dog, no -> get a cat",
            "do you have time? -no- get a fish, do you have time? -yes- do you have a garden?, do you have a garden? -yes- get a dog, do you have a garden? -no- get a cat",
        ),
        (
            "system architecture diagram: web client -> api server -> database, api server -> cache",
            "web client - api server, api server - database, api server - cache",
        ),
        (
            "Flow chart of orders. Payment is checked. If payment fails, notify customer. If payment succeeds, ship the parcel.",
            "Payment is checked -payment fails- notify customer, Payment is checked -payment succeeds- ship the parcel",
        ),
        (
            "flow chart for password reset: enter email, if the email exists send link else show error, open link, done",
            "enter email - email exists, email exists - send link, email exists - show error, send link - open link, open link - done",
        ),
        (
            "flow chart: start, check stock, if in stock ship order, otherwise reorder, end",
            "start - check stock, check stock -in stock- ship order, check stock -otherwise- reorder, reorder - end, ship order - end",
        ),
        (
            "流程图:提交申请 → 通过?是 → 付款,否 → 退回",
            "提交申请 - 通过?, 通过? -是- 付款, 通过? -否- 退回",
        ),
        (
            "Flussdiagramm Bestellung: Warenkorb → Zahlung → Versand",
            "Warenkorb - Zahlung, Zahlung - Versand",
        ),
        (
            "a food web with grass, rabbit and fox. the rabbit eats grass, fox eats rabbit",
            "grass - rabbit, rabbit - fox",
        ),
        (
            "sequence diagram: User clicks login, Browser sends POST /login to Server, Server replies 200 OK to Browser",
            "User -clicks login- Browser, Browser -POST /login- Server, Server -200 OK- Browser",
        ),
        (
            "sequence diagram: 'App' sends 'POST /order' to 'API', API queries 'Database', Database returns 'rows', API replies '201 Created'",
            "App -POST /order- API, API -queries- Database, Database -rows- API, API -201 Created- App",
        ),
        (
            "sequence: 'Phone' sends 'Login' to 'Cloud', Cloud replies 'Token'. draw lifelines",
            "Phone -Login- Cloud, Cloud -Token- Phone",
        ),
        (
            "sequence: 'Client' sends 'SYN' to 'Server', Server replies 'SYN-ACK', Client sends 'ACK'",
            "Client -SYN- Server, Server -SYN-ACK- Client, Client -ACK- Server",
        ),
        (
            "sequence diagram: Browser sends 'GET /login' to Server, Server replies '200 OK'",
            "Browser -GET /login- Server, Server -200 OK- Browser",
        ),
        (
            "схема: заявка приходит → менеджер проверяет → если всё в порядке, отправляем договор, если нет — возвращаем клиенту",
            "заявка приходит - менеджер проверяет, менеджер проверяет -всё в порядке- отправляем договор, менеджер проверяет -нет- возвращаем клиенту",
        ),
        (
            "Ablaufdiagramm: Antrag prüfen → wenn vollständig, genehmigen, sonst, nachfordern",
            "Antrag prüfen -vollständig- genehmigen, Antrag prüfen -sonst- nachfordern",
        ),
        (
            "flowchart: enter password -> correct? yes -> home; no -> attempts < 3? yes -> enter password; no -> lock account",
            "enter password - correct?, correct? -yes- home, correct? -no- attempts < 3?, attempts < 3? -yes- enter password, attempts < 3? -no- lock account",
        ),
        (
            "flow chart: item received? damaged -> photo -> ticket; wrong size -> print label; happy -> done",
            "item received? -damaged- photo, photo - ticket, item received? -wrong size- print label, item received? -happy- done",
        ),
    ] {
        assert_eq!(links(&read(prompt)), want, "{prompt}");
    }
}

#[test]
fn figures_come_in_rows() {
    for (prompt, want) in [
        (
            "two lines on one chart: Oats (red) 9, 12, 15 and Rye (blue) 20, 21, 22 for 2021, 2023, 2025",
            "Oats[2021 9, 2023 12, 2025 15] Rye[2021 20, 2023 21, 2025 22]",
        ),
        (
            "stacked columns titled \"Fleet\". Three years: 2023, 2024, 2025. Series Vans 3, 4, 5; Bikes 9, 11, 14",
            "Vans[2023 3, 2024 4, 2025 5] Bikes[2023 9, 2024 11, 2025 14]",
        ),
        (
            "pie chart. Sand is 60%, silt 38% and the last 2% is clay and stones",
            "[Sand 60%, silt 38%, clay and stones 2%]",
        ),
        (
            "{chart: bar, title: 'Eggs', data: {Mon: 4, Tue: 6}, color: 'teal'}",
            "[Mon 4, Tue 6]",
        ),
        (
            "Bar chart titled \"Coffee per day\": \"Mon\" \"2\", \"Tue\" \"4\", \"Wed\" \"3\"",
            "[Mon 2, Tue 4, Wed 3]",
        ),
        (
            "household budget 2024 vs 2025 bar chart: Rent 1200 1300, Food 400 450, Transport 150 140",
            "2024[Rent 1200, Food 400, Transport 150] 2025[Rent 1300, Food 450, Transport 140]",
        ),
        (
            "grouped bars: boys vs girls favourite sport Football 30 18 and Tennis 12 20 and Swimming 15 22",
            "boys[Football 30, Tennis 12, Swimming 15] girls[Football 18, Tennis 20, Swimming 22]",
        ),
        (
            "grouped bar chart of sales by quarter: 2024 12, 18, 15, 22; 2025 14, 21, 19, 27",
            "2024[Q1 12, Q2 18, Q3 15, Q4 22] 2025[Q1 14, Q2 21, Q3 19, Q4 27]",
        ),
        (
            "Diagramme en barres : ventes trimestrielles 2023 (12, 15, 14, 18) et 2024 (14, 17, 16, 21)",
            "2023[Q1 12, Q2 15, Q3 14, Q4 18] 2024[Q1 14, Q2 17, Q3 16, Q4 21]",
        ),
        (
            "Säulendiagramm Umsatz in Mio. €: 2021 3,2; 2022 4,1; 2023 4,8",
            "[2021 3,2, 2022 4,1, 2023 4,8]",
        ),
        (
            "grouped bar chart of rainfall in Oslo and Bergen for Mar, Jun, Sep: Oslo 50, 65, 90; Bergen 170, 130, 230",
            "Oslo[Mar 50, Jun 65, Sep 90] Bergen[Mar 170, Jun 130, Sep 230]",
        ),
        (
            "stacked bar chart 2024 2025 2026: Online 20 35 50, Store 60 50 40",
            "Online[2024 20, 2025 35, 2026 50] Store[2024 60, 2025 50, 2026 40]",
        ),
        (
            "stacked bars: 2024, 2025, 2026 with solar 20 30 45, wind 30 35 40",
            "solar[2024 20, 2025 30, 2026 45] wind[2024 30, 2025 35, 2026 40]",
        ),
        (
            "bar chart comparing 2025 and 2026 sales: North 12 15, South 9 14, West 7 6",
            "2025[North 12, South 9, West 7] 2026[North 15, South 14, West 6]",
        ),
        (
            "grouped bar chart Q1 Q2 Q3: Shoes 10 12 15; Bags 5 6 9",
            "Shoes[Q1 10, Q2 12, Q3 15] Bags[Q1 5, Q2 6, Q3 9]",
        ),
        (
            "donut chart household budget: Rent 40, Food 25, Savings 35 percent",
            "[Rent 40%, Food 25%, Savings 35%]",
        ),
        (
            "stacked bar chart energy mix by year: 2024 solar 20 wind 30 gas 50; 2026 solar 35 wind 40 gas 25",
            "solar[2024 20, 2026 35] wind[2024 30, 2026 40] gas[2024 50, 2026 25]",
        ),
        (
            "grouped bar chart: 2025 vs 2026 sales by region North 40/52 South 33/30",
            "2025[North 40, South 33] 2026[North 52, South 30]",
        ),
        (
            "line chart Jan, Feb and Mar: north 5, 6, 7; south 1, 2, 3",
            "north[Jan 5, Feb 6, Mar 7] south[Jan 1, Feb 2, Mar 3]",
        ),
        (
            "bar chart: monthly users. January to April: 120, 150, 170, 160",
            "[Jan 120, Feb 150, Mar 170, Apr 160]",
        ),
        (
            "area chart showing energy use 2019-2021: heating 40 38 41, electricity 22 23 24",
            "heating[2019 40, 2020 38, 2021 41] electricity[2019 22, 2020 23, 2021 24]",
        ),
        (
            "Line chart comparing iOS and Android downloads from 2021 to 2023. iOS 30, 33, 35. Android 55 58 60.",
            "iOS[2021 30, 2022 33, 2023 35] Android[2021 55, 2022 58, 2023 60]",
        ),
        (
            "donut chart - 3 segments, 50% organic / 30% paid / 20% referral",
            "[organic 50%, paid 30%, referral 20%]",
        ),
        (
            "円グラフ:好きなスポーツ サッカー40% 野球30% テニス30%",
            "[サッカー 40%, 野球 30%, テニス 30%]",
        ),
        (
            "gantt chart: Research Mar 1-14, Design Mar 10-Apr 5, Launch Jun 3",
            "[Research Mar 1-14, Design Mar 10-Apr 5, Launch Jun 3]",
        ),
        (
            "stacked bar chart of energy mix: 2020 coal 40 gas 60; 2025 coal 25 gas 75",
            "coal[2020 40, 2025 25] gas[2020 60, 2025 75]",
        ),
        (
            "Grouped bar chart comparing Men and Women by age group. 18-24: 35 and 42, 25-34: 50 and 47",
            "Men[18-24 35, 25-34 50] Women[18-24 42, 25-34 47]",
        ),
        (
            "line chart of temperature in Oslo and Rome from Jan to Mar. Oslo: -4, -3, 1. Rome: 8, 9, 12",
            "Oslo[Jan -4, Feb -3, Mar 1] Rome[Jan 8, Feb 9, Mar 12]",
        ),
        (
            "radar chart comparing two phones on battery, camera, price. Phone A: 8 9 7, Phone B: 7 6 8",
            "Phone A[battery 8, camera 9, price 7] Phone B[battery 7, camera 6, price 8]",
        ),
        (
            "sales funnel 5000 visitors, 1200 leads, 80 customers",
            "[visitors 5000, leads 1200, customers 80]",
        ),
        (
            "bar chart: sales in $k, jan 12 feb 15 mar 9",
            "[jan 12, feb 15, mar 9]",
        ),
        (
            "grouped bar chart units sold by store 2023 vs 2024: Lyon 30/42, Paris 55/61, Nice 18/25",
            "2023[Lyon 30, Paris 55, Nice 18] 2024[Lyon 42, Paris 61, Nice 25]",
        ),
        (
            "radar chart Anna vs Ben: speed 8 vs 6, power 9 vs 7, stamina 7 vs 8",
            "Anna[speed 8, power 9, stamina 7] Ben[speed 6, power 7, stamina 8]",
        ),
        (
            "radar chart comparing two phones: battery 8 vs 6, camera 9 vs 7, price 5 vs 9",
            "1[battery 8, camera 9, price 5] 2[battery 6, camera 7, price 9]",
        ),
        (
            "grouped bar chart cats vs dogs adopted per month: March 10 18, April 12 20, May 14 22",
            "cats[March 10, April 12, May 14] dogs[March 18, April 20, May 22]",
        ),
        (
            "line chart of followers jan 120 apr 240 may 310, blue line",
            "[jan 120, apr 240, may 310]",
        ),
        (
            "gantt wedding plan: venue jan-feb, invitations mar, flowers may",
            "[venue jan-feb, invitations mar, flowers may]",
        ),
        (
            "stacked bar chart energy by country: Norway hydro 90 wind 8; Denmark hydro 0 wind 55",
            "hydro[Norway 90, Denmark 0] wind[Norway 8, Denmark 55]",
        ),
        (
            "heatmap of orders, rows Mon Tue, columns 8h 10h 12h, values 3 5 9, 2 6 8",
            "Mon[8h 3, 10h 5, 12h 9] Tue[8h 2, 10h 6, 12h 8]",
        ),
        (
            "pie chart how I spend my day sleep 8h work 9h commute 1h family 4h hobbies 2h",
            "[sleep 8h, work 9h, commute 1h, family 4h, hobbies 2h]",
        ),
        (
            "gantt chart kitchen remodel: Demo Mar 3 - Mar 7, Plumbing Mar 8 - Mar 14, Paint Mar 27 - Mar 30",
            "[Demo Mar 3 - Mar 7, Plumbing Mar 8 - Mar 14, Paint Mar 27 - Mar 30]",
        ),
        (
            "gantt chart: Design week 1-3, Build week 3-8, Launch week 10",
            "[Design week 1-3, Build week 3-8, Launch week 10]",
        ),
        (
            "gantt chart \"Album\" by month Jan-Jun: Writing Jan-Feb, Mixing Apr-May, Release Jun (diamond)",
            "[Writing Jan-Feb, Mixing Apr-May, Release Jun]",
        ),
        (
            "gantt weeks 1-8 app redesign. research w1-2, build w4-7, testing w7-8. today line at week 5",
            "[research w1-2, build w4-7, testing w7-8]",
        ),
        (
            "cooking gantt chart, time axis 9:00 to 15:00. Turkey 9:30-13:30, Pie 10:00-11:00, Eat! 14:00",
            "[Turkey 9:30-13:30, Pie 10:00-11:00, Eat! 14:00]",
        ),
        (
            "gantt for a PhD, years 2026 2027 2028\n- Review: 2026\n- Analysis: mid 2027 to end 2028\n- Defence: milestone, end 2028",
            "[Review 2026, Analysis mid 2027 to end 2028, Defence end 2028]",
        ),
        (
            "table with sparklines, four stocks: \"Fernway\" 48.20 up 1.4%, \"Oxbow\" 112.75 down 0.6%",
            "Fernway[Fernway 48.20, Fernway 1.4%] Oxbow[Oxbow 112.75, Oxbow 0.6%]",
        ),
        (
            "correlation matrix heatmap, variables Height Weight Age. 1.00 on diagonal, H-W 0.72, H-A 0.15, W-A 0.31",
            "Height[Height 1.00, Weight 0.72, Age 0.15] Weight[Height 0.72, Weight 1.00, Age 0.31] Age[Height 0.15, Weight 0.31, Age 1.00]",
        ),
        (
            "heat map of temperatures. Spring Summer Autumn: Oslo 5 17 6; Rome 15 26 18",
            "Oslo[Spring 5, Summer 17, Autumn 6] Rome[Spring 15, Summer 26, Autumn 18]",
        ),
        (
            "box plot for Class A (min 40, q1 55, median 65, q3 78, max 95) and Class B (min 35, q1 50, median 60, q3 70, max 88)",
            "Class A[min 40, q1 55, median 65, q3 78, max 95] Class B[min 35, q1 50, median 60, q3 70, max 88]",
        ),
        (
            "heatmap of visits, rows Mon Tue, columns Morning Noon Evening, values 12 30 18 / 10 28 20",
            "Mon[Morning 12, Noon 30, Evening 18] Tue[Morning 10, Noon 28, Evening 20]",
        ),
        (
            "population pyramid 0-14: 18% / 17%, 65+: 18% / 20%, men vs women",
            "men[0-14 18%, 65+ 18%] women[0-14 17%, 65+ 20%]",
        ),
        (
            "stacked bar chart of energy by season: winter heating 60 lighting 20 other 9, spring 30/18/22, summer 10/15/30",
            "heating[winter 60, spring 30, summer 10] lighting[winter 20, spring 18, summer 15] other[winter 9, spring 22, summer 30]",
        ),
        (
            "Gruppiertes Balkendiagramm: Besucher 2024 vs 2025: Jan 320/410, Feb 290/385, Mär 450/520",
            "2024[Jan 320, Feb 290, Mär 450] 2025[Jan 410, Feb 385, Mär 520]",
        ),
        (
            "radar chart comparing Ada (speed 80, power 70) and Tom (speed 65, power 88)",
            "Ada[speed 80, power 70] Tom[speed 65, power 88]",
        ),
        (
            "donut chart of monthly budget: rent 45%, food 35%, fun 20%. centre text $2,400",
            "[rent 45%, food 35%, fun 20%]",
        ),
        (
            "graph with two lines, Berlin and Madrid average temperature Jan to Apr. Berlin 0 1 5 9, Madrid 6 8 11 13",
            "Berlin[Jan 0, Feb 1, Mar 5, Apr 9] Madrid[Jan 6, Feb 8, Mar 11, Apr 13]",
        ),
        (
            "line graph weight loss progress: week 1 82 kg, week 2 81.2, week 3 80.5",
            "[week 1 82 kg, week 2 81.2, week 3 80.5]",
        ),
        (
            "waterfall chart profit bridge 2025 to 2026: 2025 profit 40, price +12, volume +8, wages -9, 2026 profit 51",
            "[2025 profit 40, price +12, volume +8, wages -9, 2026 profit 51]",
        ),
        (
            "radar chart comparing two phones, Nova X (battery 8, camera 9, price 4) and Brick 3 (battery 10, camera 5, price 9)",
            "Nova X[battery 8, camera 9, price 4] Brick 3[battery 10, camera 5, price 9]",
        ),
        (
            "gráfico de pastel: gastos del viaje — hotel 45%, comida 30%, museos 25%",
            "[hotel 45%, comida 30%, museos 25%]",
        ),
        (
            "sparklines for 2 metrics: users 12.4k +8%, churn 2.1% -0.4%",
            "users[users 12.4k, users +8%] churn[churn 2.1%, churn -0.4%]",
        ),
        (
            "grouped bars: apples vs pears by farm - Hill 30 and 20, River 25 and 40",
            "apples[Hill 30, River 25] pears[Hill 20, River 40]",
        ),
        (
            "unemployment fell from 8.2% in 2020 to 4.1% in 2024, show it as a line chart",
            "[2020 8.2%, 2024 4.1%]",
        ),
        (
            "Säulendiagramm: Regentage pro Monat Jan 14, Feb 11, Mär 12, Apr 9",
            "[Jan 14, Feb 11, Mär 12, Apr 9]",
        ),
        (
            "line chart with 3 lines: Paris, Oslo, Rome monthly temps. Jan 5 -4 8, Apr 12 5 14, Jul 20 17 26",
            "Paris[Jan 5, Apr 12, Jul 20] Oslo[Jan -4, Apr 5, Jul 17] Rome[Jan 8, Apr 14, Jul 26]",
        ),
        (
            "bar chart of visitors: May 10, June 20",
            "[May 10, June 20]",
        ),
        ("satış grafiği: Ocak 10, Şubat 20", "[Ocak 10, Şubat 20]"),
        (
            "stacked area chart subscribers by service 2020, 2022, 2024: Alpha 50 80 110, Beta 20 45 70 million",
            "Alpha[2020 50, 2022 80, 2024 110] Beta[2020 20, 2022 45, 2024 70]",
        ),
        (
            "heat map of visits, days Mon Tue Wed across, rows Morning Evening: 12 18 9 / 20 25 19",
            "Morning[Mon 12, Tue 18, Wed 9] Evening[Mon 20, Tue 25, Wed 19]",
        ),
        (
            "grouped bar chart comparing boys and girls favourite sports: football 18/9, dance 3/14",
            "boys[football 18, dance 3] girls[football 9, dance 14]",
        ),
        (
            "bar chart 'Monthly sales' Jan 30, Feb 45, Mar 60",
            "[Jan 30, Feb 45, Mar 60]",
        ),
        (
            "scatter: weight (kg) vs height (cm) of our dogs: 5/30, 12/45, 20/55",
            "[ 30,  45,  55]",
        ),
        (
            "scatter plot, x axis hours of sleep, y axis reaction time (ms): (4, 410), (5, 380), (6, 330)",
            "[ 410,  380,  330]",
        ),
        (
            "scatter plot: hours of sleep vs reaction ms: 5 340, 6 310, 7 270, 8 255",
            "[ 340,  310,  270,  255]",
        ),
        (
            "funnel: 9,000 views -> 2,100 carts -> 640 orders",
            "[views 9,000, carts 2,100, orders 640]",
        ),
        (
            "bar chart of a puppy's weight at 2, 4, 6 months: 3, 7, 12 kg",
            "[2 3, 4 7, 6 months 12 kg]",
        ),
        (
            "heat map of calls by hour, 8am 12pm 4pm, values Mon 12 30 25; Tue 14 28 30; Wed 9 22 20",
            "Mon[8am 12, 12pm 30, 4pm 25] Tue[8am 14, 12pm 28, 4pm 30] Wed[8am 9, 12pm 22, 4pm 20]",
        ),
        (
            "pie chart poll results Team A 42 Team B 31 Team C 27 percent with legend",
            "[Team A 42%, Team B 31%, Team C 27%]",
        ),
        (
            "Gantt: Week 1-2 planning, week 2-5 design, week 6 launch",
            "[planning Week 1-2, design week 2-5, launch week 6]",
        ),
        (
            "slide with a bar chart of revenue: 2023 $2M, 2024 $3.5M, 2025 $5M. Title: Growth. Takeaway: up 43% in a year",
            "[2023 $2M, 2024 $3.5M, 2025 $5M]",
        ),
        (
            "wykres słupkowy liczba książek: Anna 24, Piotr 12, Zofia 31, Jan 8",
            "[Anna 24, Piotr 12, Zofia 31, Jan 8]",
        ),
        (
            "donut \"My week\": sleep 56h, work 40h, family 30h",
            "[sleep 56h, work 40h, family 30h]",
        ),
    ] {
        assert_eq!(data(&read(prompt)), want, "{prompt}");
    }
}

#[test]
fn a_field_without_figures_has_the_names_along_its_sides() {
    let brief = read(
        "heatmap of commits, title Commit activity. rows Mon Tue Wed, columns 9-12, 12-15, 15-18",
    );
    assert_eq!(
        texts(&brief),
        "Commit activity | Mon | Tue | Wed | 9-12 | 12-15 | 15-18"
    );
    assert!(brief.data.is_empty(), "{:?}", brief.data);
}

#[test]
fn lists_keep_their_items_and_lose_the_words_around() {
    for (prompt, genre, want) in [
        (
            "human brain, labels \"Frontal lobe\", \"Cerebellum\", \"Brain stem\"",
            Genre::LabelledDiagram,
            "Frontal lobe | Cerebellum | Brain stem",
        ),
        (
            "treasure map with a red X, palm trees, Skull Rock and Pirate Cove",
            Genre::Map,
            "Skull Rock | Pirate Cove",
        ),
        (
            "three-column infographic Bus Tram Chat each with seats 40 120 6",
            Genre::Infographic,
            "Bus | Tram | Chat | 40 | 120 | 6",
        ),
        (
            "three column infographic: Cat, Dog, Rabbit with lifespan 15 years, 12 years, 9 years",
            Genre::Infographic,
            "Cat | Dog | Rabbit | 15 years | 12 years | 9 years",
        ),
        (
            "two donuts side by side titled \"Men\" and \"Women\", slices \"Yes\" and \"No\": \"55%\"/\"45%\" and \"61%\"/\"39%\"",
            Genre::Chart,
            "Men | Women | Yes | No | 55% | 45% | 61% | 39%",
        ),
        (
            "pyramid: basic, safety, love, esteem",
            Genre::LabelledDiagram,
            "basic | safety | love | esteem",
        ),
        (
            "layers of a cake: sponge, cream, icing",
            Genre::CrossSection,
            "sponge | cream | icing",
        ),
        (
            "left to right flow of a return: Request label → Pack item → Refund",
            Genre::FlowChart,
            "Request label | Pack item | Refund",
        ),
        (
            "eye anatomy: cornea, iris, pupil",
            Genre::LabelledDiagram,
            "cornea | iris | pupil",
        ),
        (
            "roadmap: now fix bugs, next dark mode, later offline",
            Genre::Timeline,
            "now fix bugs | dark mode | later offline",
        ),
        (
            "historia de internet línea de tiempo: 1969 ARPANET, 1991 Mosaic",
            Genre::Timeline,
            "1969 ARPANET | 1991 Mosaic",
        ),
        (
            "comparison table of cats and dogs",
            Genre::ComparisonTable,
            "cats | dogs",
        ),
        (
            "donut with 68% in the middle, label Recycled",
            Genre::Chart,
            "68% | Recycled",
        ),
        (
            "linea del tiempo: 1492 Colón llega a América, 1519 Magallanes zarpa",
            Genre::Timeline,
            "1492 Colón llega a América | 1519 Magallanes zarpa",
        ),
        (
            "layers of a rainforest diagram: \"Emergent\", \"Canopy\", \"Forest floor\"",
            Genre::CrossSection,
            "Emergent | Canopy | Forest floor",
        ),
        (
            "two donut charts side by side titled \"Men\" and \"Women\", slices \"Yes\" and \"No\": \"55%\"/\"45%\" and \"61%\"/\"39%\"",
            Genre::Chart,
            "Men | Women | Yes | No | 55% | 45% | 61% | 39%",
        ),
        (
            "release plan 'Releases 2026' in teal: 'Jan Beta', 'Apr v1.0', 'Jul Mobile'",
            Genre::Timeline,
            "Releases 2026 | Jan Beta | Apr v1.0 | Jul Mobile",
        ),
        (
            "Bar chart titled \"Coffee per day\": \"Mon\" \"2\", \"Tue\" \"4\", \"Wed\" \"3\"",
            Genre::Chart,
            "Coffee per day | Mon | 2 | Tue | 4 | Wed | 3",
        ),
        (
            "Bar chart titled \"Rainfall\" (mm): \"Jan\" \"78\", \"Feb\" \"54\"",
            Genre::Chart,
            "Rainfall | mm | Jan | 78 | Feb | 54",
        ),
        (
            "labelled diagram of a lithium atom: nucleus, protons, neutrons, electrons",
            Genre::Atom,
            "nucleus | protons | neutrons | electrons",
        ),
        (
            "rock cycle diagram with igneous, sedimentary and metamorphic rock, label the arrows: melting, weathering, heat and pressure",
            Genre::Cycle,
            "igneous | sedimentary | metamorphic rock | melting | weathering | heat and pressure",
        ),
        (
            "electric circuit diagram with battery, switch and two bulbs in series, labelled",
            Genre::LabelledDiagram,
            "battery | switch | bulb",
        ),
        (
            "Diagram \"The water cycle\": evaporation, condensation, rain",
            Genre::LabelledDiagram,
            "The water cycle | evaporation | condensation | rain",
        ),
        (
            "photosynthesis diagram with arrows: sunlight, carbon dioxide, water in; oxygen, glucose out",
            Genre::LabelledDiagram,
            "sunlight | carbon dioxide | water | oxygen | glucose",
        ),
        (
            "hiking trail map: Pine Loop 3.2 km starts at Visitor Center, passes Waterfall, Lookout Point and Old Mill and returns to Visitor Center",
            Genre::Map,
            "Pine Loop 3.2 km | Visitor Center | Waterfall | Lookout Point | Old Mill",
        ),
        (
            "infographic \"5 ways to rest\" - sleep, walk, read a book",
            Genre::Infographic,
            "5 ways to rest | sleep | walk | read a book",
        ),
        (
            "infographic 5 ways to rest - sleep, walk, read a book, swim, sing",
            Genre::Infographic,
            "5 ways to rest | sleep | walk | read a book | swim | sing",
        ),
        (
            "illustrated map of Pine Island: Lighthouse, Old Harbor, Seal Beach",
            Genre::Map,
            "Pine Island | Lighthouse | Old Harbor | Seal Beach",
        ),
        (
            "treasure map with palm trees, an X, labels Skull Cove, Dead Man's Bay",
            Genre::Map,
            "Skull Cove | Dead Man's Bay",
        ),
        (
            "4 step infographic how to wash hands: Wet, Soap, Scrub 20 seconds, Rinse and dry",
            Genre::Infographic,
            "Wet | Soap | Scrub 20 seconds | Rinse and dry",
        ),
        (
            "how to brush teeth infographic: wet, brush, spit",
            Genre::Infographic,
            "wet | brush | spit",
        ),
        (
            "org chart school: Principal Ana Ruiz; Vice Principal Tom Hale",
            Genre::OrgChart,
            "Principal | Ana Ruiz | Vice Principal | Tom Hale",
        ),
        (
            "flowchart sign up: enter email, email valid? no: show error, yes: send code",
            Genre::FlowChart,
            "enter email | email valid? | no | show error | yes | send code",
        ),
        (
            "timeline Apollo 11: July 16 launch, July 20 landing, July 21 moonwalk",
            Genre::Timeline,
            "Apollo 11 | July 16 launch | July 20 landing | July 21 moonwalk",
        ),
        (
            "timeline of the moon landing 1957 Sputnik, 1961 Gagarin, 1965 spacewalk",
            Genre::Timeline,
            "1957 Sputnik | 1961 Gagarin | 1965 spacewalk",
        ),
        (
            "timeline of the euro: 1999 electronic launch, 2002 Euro coins and notes, 2015 Lithuania joins",
            Genre::Timeline,
            "1999 electronic launch | 2002 Euro coins and notes | 2015 Lithuania joins",
        ),
        (
            "timeline history of the bicycle 1817 draisine, 1863 velocipede, 1885 safety bicycle",
            Genre::Timeline,
            "history of the bicycle | 1817 draisine | 1863 velocipede | 1885 safety bicycle",
        ),
        (
            "food pyramid diagram: grains at the bottom, vegetables, dairy, sweets on top",
            Genre::LabelledDiagram,
            "grains | vegetables | dairy | sweets",
        ),
        (
            "carbon cycle diagram: atmosphere, plants, soil, oceans with arrows",
            Genre::Cycle,
            "atmosphere | plants | soil | oceans",
        ),
        (
            "pros and cons table: remote work. Pros: no commute, quiet. Cons: isolation, fewer perks",
            Genre::ComparisonTable,
            "remote work | Pros | no commute | quiet | Cons | isolation | fewer perks",
        ),
        (
            "roadmap 2026: Q1 beta, Q2 launch, Q3 mobile app",
            Genre::Timeline,
            "2026 | Q1 beta | Q2 launch | Q3 mobile app",
        ),
        (
            "infographic: how to save water at home. shorter showers, fix leaks, full loads only",
            Genre::Infographic,
            "how to save water at home | shorter showers | fix leaks | full loads only",
        ),
        (
            "Company timeline titled Our Way: founded in 2012, first office in 2014, and IPO in 2021",
            Genre::Timeline,
            "Our Way | founded | 2012 | first office | 2014 | IPO | 2021",
        ),
        (
            "human heart diagram labels left atrium, right atrium, aorta",
            Genre::LabelledDiagram,
            "left atrium | right atrium | aorta",
        ),
        (
            "Bohr model of a carbon atom: 6 protons, 6 neutrons, electrons on two shells. Label Nucleus and Electron",
            Genre::Atom,
            "6 protons | 6 neutrons | Nucleus | Electron",
        ),
        (
            "circuit diagram with battery, switch, resistor and bulb",
            Genre::LabelledDiagram,
            "battery | switch | resistor | bulb",
        ),
        (
            "infographic: 3 steps to better sleep 1 keep a schedule 2 dim the lights 3 relax",
            Genre::Infographic,
            "3 steps to better sleep | keep a schedule | dim the lights | relax",
        ),
        (
            "I'm a teacher and I need a diagram that explains the life cycle of a frog. It should show three stages: eggs, tadpole and frog, arranged in a circle.",
            Genre::Cycle,
            "eggs | tadpole | frog",
        ),
        (
            "Treasure map, start at Skull Beach, go through Crocodile Swamp, X marks the spot at Hidden Cave",
            Genre::Map,
            "Skull Beach | Crocodile Swamp | Hidden Cave",
        ),
        (
            "flowchart of returning a parcel: print label, pack item, refund arrives in 5 days",
            Genre::FlowChart,
            "print label | pack item | refund arrives in 5 days",
        ),
        (
            "infografica: come fare il compost in 3 passi: 1 raccogli gli scarti, 2 bagna leggermente, 3 usa dopo 6 mesi",
            Genre::Infographic,
            "come fare il compost in 3 passi | raccogli gli scarti | bagna leggermente | usa dopo 6 mesi",
        ),
        (
            "물의 순환 그림: 증발, 응결, 강수, 유출 라벨 표시",
            Genre::Cycle,
            "증발 | 응결 | 강수 | 유출",
        ),
        (
            "annotated map of a campsite: reception, toilets north, car park south",
            Genre::Map,
            "reception | toilets | car park",
        ),
        (
            "annotated map of an island with labels Old Harbour, Lighthouse and North Beach",
            Genre::Map,
            "Old Harbour | Lighthouse | North Beach",
        ),
    ] {
        let brief = read(prompt);
        assert_eq!(brief.genre, genre, "{prompt}");
        assert_eq!(texts(&brief), want, "{prompt}");
    }
}

#[test]
fn what_stands_between_quotes_joins_them() {
    for (prompt, want) in [
        (
            "decision tree titled \"Adopt a dog?\": \"Have a garden?\" no → \"Get a cat\", yes → \"Work at home?\" no → \"Wait\", yes → \"Adopt\"",
            "Have a garden? -no- Get a cat, Have a garden? -yes- Work at home?, Work at home? -no- Wait, Work at home? -yes- Adopt",
        ),
        (
            "login flowchart with decision diamond \"Code correct?\" Yes → \"Home\" No → \"Retry\"",
            "Code correct? -Yes- Home, Code correct? -No- Retry",
        ),
        (
            "flowchart \"Hiring\": Apply → Interview → Offer",
            "Apply - Interview, Interview - Offer",
        ),
        (
            "pipeline left to right: \"Lint\" → \"Build\" → \"Ship\", green boxes",
            "Lint - Build, Build - Ship",
        ),
        (
            "sequence diagram: Phone → Shop: POST /cart, Shop → Bank: charge, Bank → Shop: OK",
            "Phone -POST /cart- Shop, Shop -charge- Bank, Bank -OK- Shop",
        ),
    ] {
        assert_eq!(links(&read(prompt)), want, "{prompt}");
    }
    for (prompt, want) in [
        (
            "column chart, 3 columns, \"Oak\" 12 \"Elm\" 18 \"Ash\" 25, gold",
            "Oak=12 Elm=18 Ash=25",
        ),
        (
            "pie chart with 2 slices: 60% red \"Work\", 40% blue \"Sleep\"",
            "Work=60% Sleep=40%",
        ),
        ("bar chart \"Books\": \"Ann\" 12, \"Ben\" 7", "Ann=12 Ben=7"),
    ] {
        let brief = read(prompt);
        let points = &brief.data[0].points;
        let found: Vec<String> = points
            .iter()
            .map(|p| format!("{}={}", p.label, p.shown))
            .collect();
        assert_eq!(found.join(" "), want, "{prompt}");
    }
    for (prompt, want) in [
        (
            "timeline \"Our story\" 2018 \"First date\", 2020 \"Engaged\"",
            "2018=First date 2020=Engaged",
        ),
        (
            "roadmap with 2 phases: Phase 1 \"Research\", Phase 2 \"Launch\"",
            "Phase 1=Research Phase 2=Launch",
        ),
    ] {
        let brief = read(prompt);
        let text = |at: usize| brief.literals[at].text.as_str();
        let pairs = brief.pairs.iter();
        let found: Vec<String> = pairs
            .map(|p| format!("{}={}", p.label_text, text(p.value)))
            .collect();
        assert_eq!(found.join(" "), want, "{prompt}");
    }
}

#[test]
fn stops_of_abbreviations_part_nothing() {
    for (prompt, want) in [
        (
            "cronología: 753 a.C. Fundación, 27 a.C. Imperio",
            "753 a.C. Fundación|27 a.C. Imperio",
        ),
        (
            "Zeitstrahl: 753 v. Chr. Gründung, 476 n. Chr. Fall",
            "753 v. Chr. Gründung|476 n. Chr. Fall",
        ),
        (
            "infografik \"Meer\": 8 Mio. Tonnen im Jahr, 450 Jahre Abbau",
            "Meer|8 Mio. Tonnen im Jahr|450 Jahre Abbau",
        ),
    ] {
        let brief = read(prompt);
        let found: Vec<&str> = brief.literals.iter().map(|l| l.text.as_str()).collect();
        assert_eq!(found.join("|"), want, "{prompt}");
    }
}

#[test]
fn titles_of_charts_are_told_by_their_place() {
    for (prompt, want) in [
        (
            "line chart \"Gold price\" dark background orange line 2020 to 2025",
            "Gold price",
        ),
        (
            "heat map Mon-Fri vs 9am-5pm, title \"Busy hours\"",
            "Busy hours",
        ),
        ("donut \"68% complete\" in green", ""),
    ] {
        let brief = read(prompt);
        let title = brief
            .literals
            .iter()
            .find(|l| l.role == plantain_read::Role::Title);
        assert_eq!(title.map_or("", |l| l.text.as_str()), want, "{prompt}");
        assert_eq!(brief.genre, plantain_read::Genre::Chart, "{prompt}");
        assert!(brief.canvas.background.is_none(), "{prompt}");
    }
    let brief = read("area chart of site traffic in purple, 2020 to 2022: 100 180 240");
    assert_eq!(brief.subject.as_deref(), Some("site traffic"));
}
