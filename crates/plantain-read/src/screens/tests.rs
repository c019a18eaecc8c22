//! Prompts of screens and what stands where.

use crate::{Genre, Role, read};

/// Texts with a role, in order.
fn of_role(prompt: &str, role: Role) -> Vec<String> {
    read(prompt)
        .literals
        .into_iter()
        .filter(|literal| literal.role == role)
        .map(|literal| literal.text)
        .collect()
}

/// Items of the list of this kind, each with what belongs to it.
fn listed(prompt: &str, kind: &str) -> Vec<String> {
    let brief = read(prompt);
    let list = brief.lists.iter().find(|list| list.kind == kind);
    let items = list.map(|list| list.items.clone()).unwrap_or_default();
    let value = |at: usize| {
        brief
            .pairs
            .iter()
            .find(|pair| pair.label == Some(at))
            .map(|pair| format!(" = {}", brief.literals[pair.value].text))
            .unwrap_or_default()
    };
    items
        .iter()
        .map(|&at| format!("{}{}", brief.literals[at].text, value(at)))
        .collect()
}

#[test]
fn words_at_boxes_and_buttons_keep_their_roles() {
    for (prompt, role, want) in [
        (
            "sign up page, fields Email and Password. Button Create account. Below: Already a member? Log in",
            Role::Link,
            vec!["Already a member? Log in"],
        ),
        (
            "landing page for a bakery, nav: Prices, About, help link",
            Role::Link,
            vec!["Help"],
        ),
        (
            "onboarding screen for a yoga app, title 'Breathe', button Continue, skip link",
            Role::Link,
            vec!["Skip"],
        ),
        (
            "page de connexion : numéro de carte, mot de passe, bouton Se connecter",
            Role::Field,
            vec!["Numéro de carte", "Mot de passe"],
        ),
        (
            "checkout page: Scarf €35, total €57.90. Fields: Name, Address. Button Pay €57.90",
            Role::Button,
            vec!["Pay €57.90"],
        ),
        (
            "registration form, fields Name and Email. Checkbox 'I agree'. Button Join",
            Role::Item,
            vec!["I agree"],
        ),
        (
            "product page headphones \"Aura One\" price $249 was $299, button Add to cart",
            Role::OldPrice,
            vec!["$299"],
        ),
        (
            "profile screen: Maya Lindqvist, @maya, bio: designer & climber, 214 posts",
            Role::Body,
            vec!["designer & climber"],
        ),
        (
            "applicazione meteo Torino 18°, nuvoloso, vento 12 km/h",
            Role::Item,
            vec!["Nuvoloso"],
        ),
        (
            "crypto wallet app: total $12,480.22, up 3.1% today. BTC 0.18, ETH 0.4",
            Role::Caption,
            vec!["up 3.1% today"],
        ),
        (
            "Einstellungsseite: Benachrichtigungen an, Dunkelmodus aus, Konto löschen Link",
            Role::Link,
            vec!["Konto löschen"],
        ),
        (
            "job listing page, chips Full-time, Remote. Search 'Search jobs'",
            Role::Field,
            vec!["Search jobs"],
        ),
        (
            "newsletter signup. Title: Stay close. Text: One email a week, no spam. button Subscribe",
            Role::Body,
            vec!["One email a week, no spam"],
        ),
        (
            "weather app: Lisbon 24°, Sunny, wind 9 km/h. H:26° L:17°",
            Role::Caption,
            vec!["H:26° L:17°"],
        ),
        (
            "booking form for a hair salon: service, stylist, date, time, Book appointment",
            Role::Field,
            vec!["Service", "Stylist", "Date", "Time"],
        ),
        (
            "booking form for a hair salon: service, stylist, date, time, Book appointment",
            Role::Button,
            vec!["Book appointment"],
        ),
        (
            "login screen, fields Email and Password, Remember me checkbox, Log in button",
            Role::Field,
            vec!["Email", "Password"],
        ),
        (
            "login: right form Email Password, Remember me checkbox, Sign in button",
            Role::Field,
            vec!["Email", "Password"],
        ),
        (
            "profile screen Lina Park, photographer in Oslo, 182 posts 4.3k followers 310 following",
            Role::Value,
            vec!["182", "4.3k", "310"],
        ),
        (
            "profile screen: Theo Grant, 28, climbing coach, 96 posts, Follow button",
            Role::Body,
            vec!["climbing coach"],
        ),
        (
            "sign in page Brightway, email, password, remember me, forgot password, Sign in",
            Role::Link,
            vec!["Forgot password"],
        ),
        (
            "login page Pawfolio: email, password, stay signed in, Log in, Create an account",
            Role::Item,
            vec!["Stay signed in"],
        ),
        (
            "recipe app detail: Lemon Risotto, ingredients rice 320 g, lemons 2, Start cooking button",
            Role::Button,
            vec!["Start cooking"],
        ),
        (
            "trello style board Home renovation: Ideas (new lamps), Done (measure walls)",
            Role::Title,
            vec!["Home renovation"],
        ),
        (
            "three plans for a language app: Free 0€ (5 lessons a day), Plus 9€/month (offline)",
            Role::Price,
            vec!["0€", "9€/month"],
        ),
        (
            "online plant shop: Monstera 29€, Fern 14€, header Leaf & Co",
            Role::Item,
            vec!["Monstera", "Fern"],
        ),
        (
            "sign-up page with a checkbox 'I accept the rules' and button 'Join'",
            Role::Item,
            vec!["I accept the rules"],
        ),
        (
            "mobile app screen for a library: My loans, two books: Dune due Dec 3, Circe due Dec 9, a Renew all button",
            Role::Subtitle,
            vec![],
        ),
        (
            "mobile app screen for a library: My loans, bottom tabs Home Search Loans Profile",
            Role::Tab,
            vec!["Home", "Search", "Loans", "Profile"],
        ),
        (
            "settings page, sidebar General, Team, Billing; the Team tab is selected and lists: Ana Ruiz (owner), Tom Reed (editor)",
            Role::Title,
            vec!["Team"],
        ),
        (
            "festival website, nav Lineup Tickets Info, button Go",
            Role::Tab,
            vec!["Lineup", "Tickets", "Info"],
        ),
        (
            "festival website, nav Lineup Tickets Info, footer © 2027 Lumen Fest",
            Role::Small,
            vec!["© 2027 Lumen Fest"],
        ),
        (
            "users table, columns Name, Role. rows: Ana Admin; Tom Editor. Button Add user, search Search users",
            Role::Field,
            vec!["Search users"],
        ),
        (
            "landing page, three features Free shipping, Care guides, 30-day guarantee",
            Role::Item,
            vec!["Free shipping", "Care guides", "30-day guarantee"],
        ),
        (
            "HR dashboard, headcount 248, list of new hires: Ines Marques, Tomas Berg",
            Role::Item,
            vec!["Ines Marques", "Tomas Berg"],
        ),
        (
            "kanban for a wedding: Ideas (Photo booth, Live band), Booked (Venue, Florist). title Our wedding",
            Role::Title,
            vec!["Our wedding"],
        ),
        (
            "HR dashboard. headcount 248, open roles 12, turnover 6.4%. list of new hires: Ines Marques, Tomas Berg",
            Role::Item,
            vec!["Ines Marques", "Tomas Berg"],
        ),
        (
            "login page split screen, right form Email Password, button Log in",
            Role::Field,
            vec!["Email", "Password"],
        ),
        (
            "permission screen: read your calendar, 'Not now' and 'Allow'",
            Role::Button,
            vec!["Not now", "Allow"],
        ),
        (
            "Produktseite für eine Uhr, 89 €, In den Warenkorb",
            Role::Button,
            vec!["In den Warenkorb"],
        ),
        (
            "video home like Netflix with a film 'Low Water'",
            Role::Brand,
            vec![],
        ),
        (
            "event registration form: full name, email, ticket type, dietary requirements, submit",
            Role::Field,
            vec!["Full name", "Email", "Ticket type", "Dietary requirements"],
        ),
    ] {
        assert_eq!(of_role(prompt, role), want, "{prompt}");
    }
}

#[test]
fn a_word_for_the_title_makes_the_title() {
    for (prompt, title) in [
        ("mobile app screen, title Blue Moon", "Blue Moon"),
        (
            "onboarding screen for a meditation app, title Find your calm, button Get started",
            "Find your calm",
        ),
    ] {
        assert_eq!(of_role(prompt, Role::Title), [title], "{prompt}");
    }
}

#[test]
fn first_words_of_names_are_not_headings_for_ending_as_plurals_do() {
    for (prompt, names) in [
        (
            "product grid: Canvas Tote $24, Ceramic Mug $18",
            &["Canvas Tote", "Ceramic Mug"][..],
        ),
        (
            "product grid: Christmas Candle $24, Lens Cap $18",
            &["Christmas Candle", "Lens Cap"],
        ),
        (
            "shop page. Texas Grill $240, Canvas Apron $18",
            &["Texas Grill", "Canvas Apron"],
        ),
        (
            "weather app. Cities Paris, London, Rome",
            &["Paris", "London", "Rome"],
        ),
    ] {
        assert_eq!(of_role(prompt, Role::Item), names, "{prompt}");
    }
}

#[test]
fn enumerations_end_where_the_next_part_begins() {
    for (prompt, kind, want) in [
        (
            "settings page with toggles for Notifications, Dark mode, Location and a Save changes button",
            "toggle",
            &["Notifications", "Dark mode", "Location"][..],
        ),
        (
            "settings page with toggles for wifi, dark mode and sound",
            "toggle",
            &["wifi", "dark mode", "sound"],
        ),
        (
            "email inbox web app with unread messages from Maria Lopez, Dev Team and Bank of Oslo",
            "sender",
            &["Maria Lopez", "Dev Team", "Bank of Oslo"],
        ),
        (
            "hotel booking app, three hotels: Casa Azul $120, The Pier $185, Nordic Inn $98, filter chips",
            "hotel",
            &["Casa Azul = $120", "The Pier = $185", "Nordic Inn = $98"],
        ),
        (
            "kanban board with columns Ideas, Doing and Done; cards: Fix login bug, Write FAQ, Ship 2.1",
            "card",
            &["Fix login bug", "Write FAQ", "Ship 2.1"],
        ),
        (
            "app where you book a haircut, times 10:00 10:30 11:00, confirm button",
            "time",
            &["10:00", "10:30", "11:00"],
        ),
        (
            "recipe app screen, ingredients 3 bananas, 2 eggs, 200 g flour, button Start",
            "ingredient",
            &["3 bananas", "2 eggs", "200 g flour"],
        ),
        (
            "team page, members: Ada Quinn (CEO), Raj Patel (CTO)",
            "member",
            &["Ada Quinn = CEO", "Raj Patel = CTO"],
        ),
        (
            "a web form with fields for Full name, Date of birth and Emergency contact, and a Register button",
            "field",
            &["Full name", "Date of birth", "Emergency contact"],
        ),
    ] {
        assert_eq!(listed(prompt, kind), want, "{prompt}");
    }
}

#[test]
fn controls_carry_the_words_before_them() {
    for (prompt, role, want) in [
        (
            "settings page with toggles for Sync, Sound and a Save changes button",
            Role::Button,
            &["Save changes"][..],
        ),
        (
            "login page with a big green Sign in button and a Forgot password? link",
            Role::Button,
            &["Sign in"],
        ),
        (
            "landing page with Log in and Sign up buttons",
            Role::Button,
            &["Log in", "Sign up"],
        ),
    ] {
        assert_eq!(of_role(prompt, role), want, "{prompt}");
    }
}

#[test]
fn figures_keep_their_names() {
    for (prompt, want) in [
        (
            "fleet dashboard, 48 vehicles active, 6 idle, 2 in repair",
            &["Vehicles active = 48", "Idle = 6", "In repair = 2"][..],
        ),
        (
            "app for water, 5 of 9 glasses, reminder at 15:00",
            &["Glasses = 5 of 9", "Reminder = 15:00"],
        ),
        (
            "hotel details screen, 4.8 stars (312 reviews)",
            &["Stars = 4.8", "Reviews = 312"],
        ),
        (
            "course app screen: accuracy 94%, score +25 XP",
            &["Accuracy = 94%", "Score = +25 XP"],
        ),
        (
            "energy dashboard, solar share 38%, peak 86 kW, bar chart by floor 1 to 5",
            &["Solar share = 38%", "Peak = 86 kW"],
        ),
        (
            "sleep app screen, deep 1h 50m, light 4h 10m",
            &["Deep = 1h 50m", "Light = 4h 10m"],
        ),
        (
            "web dashboard: Visitors 18,340, Avg. session 2m 14s",
            &["Visitors = 18,340", "Avg. session = 2m 14s"],
        ),
        (
            "hr dashboard. headcount 342. open positions 14. turnover 6.8%",
            &["Headcount = 342", "Open positions = 14", "Turnover = 6.8%"],
        ),
    ] {
        let brief = read(prompt);
        let pairs: Vec<String> = brief
            .pairs
            .iter()
            .map(|pair| format!("{} = {}", pair.label_text, brief.literals[pair.value].text))
            .collect();
        assert_eq!(pairs, want, "{prompt}");
    }
}

#[test]
fn screens_are_known_by_their_head_noun() {
    for (prompt, genre) in [
        (
            "profile screen for a photographer named Lena Voss",
            Genre::MobileApp,
        ),
        (
            "flight search results screen, three flights",
            Genre::MobileApp,
        ),
        (
            "photo gallery app, albums Cats and Family",
            Genre::MobileApp,
        ),
        ("team page of a startup with 4 members", Genre::WebPage),
        (
            "calendar web app with a sidebar, March 2027",
            Genre::WebPage,
        ),
        (
            "bottom tab bar with 5 icons Home, Search, Add, Inbox, Profile",
            Genre::MobileApp,
        ),
        (
            "website navigation bar: links Work, About, Contact",
            Genre::WebPage,
        ),
        ("weather card \"Oslo\" -3° snow", Genre::MobileApp),
        (
            "web to-do app, title My Tasks, \"Pay rent\", \"Book flights\"",
            Genre::WebPage,
        ),
        ("a bar with bottles and a chalkboard", Genre::Scene),
        ("printable calendar March 2027", Genre::Calendar),
        (
            "expense tracker mobile, total spent $1,284 of $2,000, Dining $186",
            Genre::MobileApp,
        ),
        (
            "a baby mobile with two clouds and three stars",
            Genre::Scene,
        ),
        ("a cat watching a tv screen", Genre::Scene),
        ("a torn book page on a desk", Genre::Scene),
    ] {
        assert_eq!(read(prompt).genre, genre, "{prompt}");
    }
}

#[test]
fn names_behind_the_colon_lead_and_people_talk() {
    for (prompt, role, want) in [
        (
            "e-learning app course screen: Intro to Astronomy, 12 lessons, 64% complete",
            Role::Title,
            &["Intro to Astronomy"][..],
        ),
        ("dashboard: Visitors 120, Signups 14", Role::Title, &[]),
        (
            "chat app screen between me and Grandma, she says 'Did you eat?' and I answer 'Yes'",
            Role::Person,
            &["Grandma"],
        ),
        (
            "app where you book a haircut. choose barber Alex, Marco or Jin",
            Role::Item,
            &["Alex", "Marco", "Jin"],
        ),
    ] {
        assert_eq!(of_role(prompt, role), want, "{prompt}");
    }
}

#[test]
fn rows_need_no_word_before_them() {
    let prompt = "world clock app: London 10:24, New York 05:24, Tokyo 18:24";
    let want = ["London = 10:24", "New York = 05:24", "Tokyo = 18:24"];
    assert_eq!(listed(prompt, "item"), want);
    assert_eq!(
        of_role(
            "forgot password screen for app called Nimbus with email field",
            Role::Brand
        ),
        ["Nimbus"]
    );
}

#[test]
fn stated_lines_run_to_the_end_of_their_sentence() {
    assert_eq!(
        of_role(
            "landing page for an app called Lumo. Headline: Your notes, organised. CTA Try it free. Three features",
            Role::Title
        ),
        ["Your notes, organised"]
    );
    assert_eq!(
        listed("grocery list app: Milk, Eggs, Bread (bought)", "task"),
        ["Milk", "Eggs", "Bread"]
    );
}

#[test]
fn boards_and_tabs_take_their_names_from_parted_words() {
    for (prompt, role, want) in [
        (
            "kanban for support tickets: New / Open / Waiting / Solved. tickets: printer jam, vpn down",
            Role::Column,
            &["New", "Open", "Waiting", "Solved"][..],
        ),
        (
            "ticketing system board. columns: Triage/In Progress/QA/Released. cards SUP-101 Login broken (Triage), SUP-102 Slow search (QA)",
            Role::Column,
            &["Triage", "In Progress", "QA", "Released"],
        ),
        (
            "tablero kanban: Por hacer / En curso / Hecho con tarjetas Diseñar logo, Llamar al cliente",
            Role::Column,
            &["Por hacer", "En curso", "Hecho"],
        ),
        (
            "scrum board Sprint 12 — To do, In progress, Done — cards API auth, Fix footer",
            Role::Column,
            &["To do", "In progress", "Done"],
        ),
        (
            "todo app: buy milk ✅, call mom, finish report by Friday ❗",
            Role::Item,
            &["buy milk", "call mom", "finish report by Friday"],
        ),
        (
            "app for event tickets, Upcoming / Past tabs, Coldplay 12 Jul Wembley, Hamilton 3 Aug Victoria Palace",
            Role::Tab,
            &["Upcoming", "Past"],
        ),
        (
            "cart screen: 2x Socks $12, Cap x1 $20, 3 x Mug $27",
            Role::Label,
            &["2x Socks", "Cap x1", "3 x Mug"],
        ),
        (
            "app with bottom navigation: Home, Saved, Account, Saved active",
            Role::Tab,
            &["Home", "Saved", "Account"],
        ),
        (
            "settings page with toggles Dark mode, Email alerts, Weekly digest",
            Role::Item,
            &["Dark mode", "Email alerts", "Weekly digest"],
        ),
        (
            "login page, email + password, Continue with Google",
            Role::Button,
            &["Continue with Google"],
        ),
    ] {
        assert_eq!(of_role(prompt, role), want, "{prompt}");
    }
}

#[test]
fn titles_after_rows_leave_pairs_alone() {
    for prompt in [
        "shop page with products: Mug $35, Pen $22, title Warm Corner",
        "shop page with products: Mug $35, Pen $22, header Green Corner",
    ] {
        assert_eq!(
            listed(prompt, "product"),
            ["Mug = $35", "Pen = $22"],
            "{prompt}"
        );
    }
}

#[test]
fn what_is_told_in_passing_has_its_part() {
    for (prompt, role, want) in [
        (
            "login page, dark, sign in with Google, company is Northbeam",
            Role::Button,
            &["Sign in with Google"][..],
        ),
        (
            "signup form for a club, fields Full name, Email, checkbox I accept the waiver, button Join",
            Role::Item,
            &["I accept the waiver"],
        ),
        (
            "a sign up screen for Lumen Books with a link Already have an account? Log in",
            Role::Link,
            &["Already have an account? Log in"],
        ),
        (
            "onboarding screen for an app. Title Know where it goes. Next and Skip",
            Role::Button,
            &["Next", "Skip"],
        ),
        (
            "meditation app home screen, Good evening, Sara. Streak 14 days",
            Role::Title,
            &["Good evening, Sara"],
        ),
        (
            "orders table with columns Order, Status. Showing 1-4 of 128",
            Role::Caption,
            &["Showing 1-4 of 128"],
        ),
    ] {
        assert_eq!(of_role(prompt, role), want, "{prompt}");
    }
}

#[test]
fn choices_hours_and_settings_are_told_in_their_own_forms() {
    for (prompt, kind, want) in [
        (
            "product page: Backpack $120, colors black green orange, sizes S M L, Add to cart button",
            "size",
            &["S", "M", "L"][..],
        ),
        (
            "product page: Backpack $120, colors black green orange, sizes S M L, Add to cart button",
            "color",
            &["black", "green", "orange"],
        ),
        (
            "Produktseite: Jacke 99 €, Farben Schwarz und Grün, Größen S, M und L",
            "color",
            &["Schwarz", "Grün"],
        ),
        (
            "weather app ui Lisbon 24° sunny, hourly 14h 24 15h 25 16h 23, wind 12 km/h",
            "hour",
            &["14h = 24", "15h = 25", "16h = 23"],
        ),
    ] {
        assert_eq!(listed(prompt, kind), want, "{prompt}");
    }
    let brief = read(
        "settings page. language English, theme Dark, font size 14, sync on, email digest off",
    );
    let pairs: Vec<String> = brief
        .pairs
        .iter()
        .map(|pair| format!("{} = {}", pair.label_text, brief.literals[pair.value].text))
        .collect();
    assert_eq!(
        pairs,
        [
            "language = English",
            "theme = Dark",
            "font size = 14",
            "sync = on",
            "email digest = off"
        ]
    );
}

#[test]
fn a_page_to_enter_has_other_ways_in_and_a_house_has_a_name() {
    assert_eq!(
        of_role(
            "login page, fields email and password, also continue with google",
            Role::Button
        ),
        ["Continue with Google"]
    );
    assert_eq!(
        of_role(
            "food app: restaurant \"La Brasa\", burger 8 €, fries 4 €",
            Role::Brand
        ),
        ["La Brasa"]
    );
    let brief = read("food app: restaurant \"La Brasa\", burger 8 €, fries 4 €");
    let named = brief.literals.iter().filter(|l| l.text == "La Brasa");
    assert_eq!(named.count(), 1);
}

#[test]
fn names_of_listed_figures_hold_their_small_words() {
    assert_eq!(
        listed(
            "podcast site page with episodes: 12 The last ferry 42 min, 11 Salt and iron 38 min, 10 A door in Lisbon 51 min. subscribe button",
            "episode"
        ),
        [
            "12 The last ferry = 42 min",
            "11 Salt and iron = 38 min",
            "10 A door in Lisbon = 51 min"
        ]
    );
    assert_eq!(
        of_role(
            "checkout page. Linen shirt $48, total $75. form with card number, expiry, CVC",
            Role::Field
        ),
        ["card number", "expiry", "CVC"]
    );
}

#[test]
fn heads_with_figures_behind_them_are_boards_and_apps() {
    for (prompt, genre) in [
        (
            "warehouse monitor dark theme. docks busy 5 of 8, picks per hour 412, late orders 6",
            Genre::Dashboard,
        ),
        (
            "weather Reykjavik 3° snow, wind 28 km/h, tomorrow 1°, friday -1°",
            Genre::MobileApp,
        ),
        (
            "stripe-like checkout: email, card number, expiry, cvc, total $49.00",
            Genre::ProductGrid,
        ),
        (
            "flight card in travel app: LIS to OSL, departs 07:45, gate 22",
            Genre::MobileApp,
        ),
        (
            "trello like board: Ideas (podcast intro, new logo), Shipped (website)",
            Genre::Kanban,
        ),
        (
            "e-commerce grid of houseplants: Monstera 24 €, Fern 12 €",
            Genre::ProductGrid,
        ),
        (
            "fitness tracker: steps 6,120 of 8,000, water 5/8, heart 64 bpm",
            Genre::MobileApp,
        ),
        ("a weather vane on a barn", Genre::Scene),
        ("a computer monitor with 3 cats and 2 dogs", Genre::Scene),
    ] {
        assert_eq!(read(prompt).genre, genre, "{prompt}");
    }
}

#[test]
fn controls_stand_behind_their_words_abroad() {
    for (prompt, role, want) in [
        (
            "로그인 화면: 이메일, 비밀번호, 로그인 버튼, 회원가입 링크",
            Role::Button,
            vec!["로그인"],
        ),
        (
            "로그인 화면: 이메일, 비밀번호, 로그인 버튼, 회원가입 링크",
            Role::Link,
            vec!["회원가입"],
        ),
        (
            "登录页面:手机号、验证码、登录按钮",
            Role::Field,
            vec!["手机号", "验证码"],
        ),
        (
            "ログイン画面:メールアドレス、パスワード、ログインボタン",
            Role::Button,
            vec!["ログイン"],
        ),
        (
            "giriş ekranı: e-posta, şifre, giriş yap butonu",
            Role::Button,
            vec!["Giriş yap"],
        ),
        (
            "लॉगिन स्क्रीन: ईमेल, पासवर्ड, लॉगिन बटन",
            Role::Button,
            vec!["लॉगिन"],
        ),
        (
            "设置页面:通知 开,深色模式 关,语言 中文",
            Role::Item,
            vec!["通知", "深色模式", "语言"],
        ),
        (
            "экран настроек: уведомления вкл, тёмная тема выкл",
            Role::Item,
            vec!["Уведомления", "Тёмная тема"],
        ),
        (
            "음악 앱 화면: 노래 제목 \"봄날의 산책\", 가수 이하늘, 재생 버튼",
            Role::Title,
            vec!["봄날의 산책"],
        ),
        (
            "파란색 결제하기 버튼이 있는 결제 페이지, 총액 32,000원",
            Role::Button,
            vec!["결제하기"],
        ),
        (
            "音乐应用界面:歌名\"春日漫步\",歌手李天,播放按钮",
            Role::Brand,
            vec!["李天"],
        ),
    ] {
        assert_eq!(of_role(prompt, role), want, "{prompt}");
    }
}

/// Figures with their names, those of charts included.
fn figures(prompt: &str) -> Vec<String> {
    let brief = read(prompt);
    brief
        .pairs
        .iter()
        .map(|pair| format!("{} = {}", pair.label_text, brief.literals[pair.value].text))
        .collect()
}

#[test]
fn figures_of_instruments_have_their_names() {
    for (prompt, want) in [
        (
            "wallet app with a card ending 4421, balance $1,204.60",
            vec!["Card ending = 4421", "Balance = $1,204.60"],
        ),
        (
            "banking app: bank card Visa **4421, balance £820.10",
            vec!["Card ending = 4421", "Balance = £820.10"],
        ),
        (
            "checkout with saved cards Visa •••• 8812 and Mastercard •••• 4410, total $86.40",
            vec!["Total = $86.40"],
        ),
        (
            "fitness app with step count 8,432, calories 512 kcal",
            vec!["Step count = 8,432", "Calories = 512 kcal"],
        ),
        (
            "running app summary: Distance 8.2 km, Time 41:07, Pace 5'01\"/km",
            vec!["Distance = 8.2 km", "Time = 41:07", "Pace = 5'01\"/km"],
        ),
        (
            "weather app Lisbon 24°. hourly 9 10 11 with 19° 21° 23°",
            vec!["9 = 19°", "10 = 21°", "11 = 23°", "Lisbon = 24°"],
        ),
        (
            "ride app: plate 7KLM 221, arrives in 3 min",
            vec!["Arrives in = 3 min", "Plate = 7KLM 221"],
        ),
        (
            "アラームアプリ画面: 6:30 起床 オン、7:15 ジム オフ",
            vec!["起床 = 6:30", "ジム = 7:15"],
        ),
        (
            "call center dashboard: calls 1,284, CSAT 92%. bar chart calls per hour 9h 84 10h 120 11h 145",
            vec![
                "Calls = 1,284",
                "CSAT = 92%",
                "9h = 84",
                "10h = 120",
                "11h = 145",
            ],
        ),
        (
            "month calendar app, June 2025, events on 4 Dentist, 12 Team offsite",
            vec!["Dentist = 4", "Team offsite = 12"],
        ),
        (
            "smart home dashboard, consumption by room: kitchen 30 kWh, living room 22 kWh",
            vec!["kitchen = 30 kWh", "living room = 22 kWh"],
        ),
        (
            "Energie-Dashboard: Verbrauch 18,4 kWh, Solar 12,1 kWh. Verbrauch nach Raum: Küche 6 kWh, Bad 3 kWh, Büro 5 kWh",
            vec![
                "Verbrauch = 18,4 kWh",
                "Solar = 12,1 kWh",
                "Küche = 6 kWh",
                "Bad = 3 kWh",
                "Büro = 5 kWh",
            ],
        ),
        (
            "greenhouse dashboard. Humidity 61 %, Soil moisture unknown, Light 14 klx",
            vec![
                "Humidity = 61 %",
                "Soil moisture = unknown",
                "Light = 14 klx",
            ],
        ),
        (
            "hospital dashboard. ICU 18/20, Surgery 42/50, Maternity 15/24",
            vec!["ICU = 18/20", "Surgery = 42/50", "Maternity = 15/24"],
        ),
    ] {
        let mut found = figures(prompt);
        let mut want: Vec<String> = want.into_iter().map(str::to_owned).collect();
        found.sort();
        want.sort();
        assert_eq!(found, want, "{prompt}");
    }
    let brief = read(
        "smart home dashboard, consumption by room: kitchen 30 kWh, hall 22 kWh, office 9 kWh",
    );
    assert_eq!(brief.data.len(), 1);
    let brief = read(
        "Energie-Dashboard: Verbrauch 18,4 kWh, Solar 12,1 kWh. Verbrauch nach Raum: Küche 6 kWh, Bad 3 kWh, Büro 5 kWh",
    );
    assert_eq!(brief.data.len(), 1);
    assert_eq!(
        read("cycling summary: Distance 42.6 km, Elevation 512 m, button Share").genre,
        Genre::MobileApp
    );
}

#[test]
fn the_number_of_a_card_is_a_field() {
    assert_eq!(
        of_role(
            "checkout page, items Wool socks $14, total $20, card number field, expiry, CVC, button Pay now",
            Role::Field
        ),
        ["card number", "expiry", "CVC"]
    );
}

#[test]
fn a_player_tells_how_far_it_is_and_how_long() {
    assert_eq!(
        of_role(
            "music player: song \"Low Tide\" by Marlow, 2:10 of 4:05",
            Role::Time
        ),
        ["2:10", "4:05"]
    );
}
