//! Prompts in eight European languages: language, kind of picture, texts letter for letter, things and how they stand.

use plantain_read::{Brief, Genre, read};

/// What a brief holds, in one line: the texts of a design, the things and relations of a scene.
fn told(brief: &Brief) -> String {
    if brief.genre != Genre::Scene {
        let texts: Vec<&str> = brief.literals.iter().map(|l| l.text.as_str()).collect();
        return format!("{:?}: {}", brief.genre, texts.join("; "));
    }
    let things = brief.objects.iter().filter(|o| !o.absent).map(|o| {
        let count = o
            .count
            .map_or_else(|| "some".to_string(), |n| n.to_string());
        let color = o.color.as_ref().map(|c| c.name.clone());
        [Some(count), color, Some(o.noun.clone())]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(" ")
    });
    let noun = |index: usize| brief.objects[index].noun.as_str();
    let ties = brief
        .relations
        .iter()
        .map(|r| format!("{} {:?} {}", noun(r.subject), r.kind, noun(r.object)));
    format!(
        "Scene: {} / {}",
        things.collect::<Vec<_>>().join(", "),
        ties.collect::<Vec<_>>().join(", ")
    )
}

fn check(language: &str, cases: &[(&str, &str)]) {
    for (prompt, want) in cases {
        let brief = read(prompt);
        assert_eq!(brief.language.0, language, "{prompt}");
        assert_eq!(told(&brief), *want, "{prompt}");
    }
}

#[test]
fn spanish() {
    check(
        "es",
        &[
            (
                "tarjeta de precio: Tomates 2,49 €/kg",
                "PriceTag: Tomates; 2,49 €/kg",
            ),
            (
                "gráfico de líneas: ene 10, feb 20, mar 15",
                "Chart: ene; 10; feb; 20; mar; 15",
            ),
            (
                "un pulpo morado con un sombrero de copa leyendo un libro",
                "Scene: 1 purple octopus, 1 top hat, 1 book / octopus Wearing top hat, octopus With book",
            ),
            (
                "diagrama etiquetado de una flor con pétalo, sépalo, estambre y pistilo",
                "LabelledDiagram: pétalo; sépalo; estambre; pistilo",
            ),
            (
                "Logotipo para la panadería \"La Espiga\"",
                "Logo: La Espiga",
            ),
            (
                "Anuncio de trabajo: \"Se busca camarero\", jornada completa, 1.400 € al mes",
                "SocialCard: Se busca camarero; jornada completa; 1.400 € al mes",
            ),
            (
                "Pantalla de inicio de sesión para \"Nube Clara\", campos Correo y Contraseña, botón \"Entrar\", enlace \"¿Olvidaste tu contraseña?\"",
                "Login: Nube Clara; Correo; Contraseña; Entrar; ¿Olvidaste tu contraseña?",
            ),
            (
                "Dashboard de ventas: ingresos mensuales 48.200 €, pedidos 1.284, clientes nuevos 312, gráfico de barras semanal",
                "Dashboard: 48.200 €; 1.284; 312",
            ),
            (
                "Cartel de concierto de jazz, título \"Noche Azul\", sábado 14 de junio a las 21:00, Sala Luna, entrada 15 €",
                "Poster: Noche Azul; sábado 14 de junio a las 21:00; Sala Luna; 15 €",
            ),
            (
                "dos gatos negros y un perro blanco sobre una alfombra roja",
                "Scene: 2 black cat, 1 white dog, 1 red rug / cat On rug, dog On rug",
            ),
            (
                "una manzana roja y una pera verde en un cuenco de madera",
                "Scene: 1 red apple, 1 green pear, 1 bowl / apple In bowl, pear In bowl",
            ),
            (
                "gráfico circular: Vivienda 40 %, Comida 25 %, Transporte 20 %, Ocio 15 %",
                "Chart: Vivienda; 40 %; Comida; 25 %; Transporte; 20 %; Ocio; 15 %",
            ),
            (
                "etiqueta para tarro de miel \"Abeja Feliz\", 250 g, producto artesanal",
                "Label: Abeja Feliz; 250 g; producto artesanal",
            ),
            (
                "tarjeta de cumpleaños que diga \"¡Felicidades, Marta!\" con globos y una tarta, colores pastel",
                "SocialCard: ¡Felicidades, Marta!",
            ),
            ("Cartel para una cafetería, estilo retro", "Poster: "),
            (
                "App de música, pantalla del reproductor, canción \"Mar adentro\" de Luna Ríos",
                "MobileApp: Mar adentro; Luna Ríos",
            ),
            (
                "cuatro peces naranjas en una pecera redonda",
                "Scene: 4 orange fish, 1 fishbowl / fish In fishbowl",
            ),
            (
                "un hombre con sombrero rojo montando en bicicleta por la ciudad de noche",
                "Scene: 1 man, 1 red hat, 1 bicycle / man Wearing hat, man Riding bicycle",
            ),
            (
                "Formulario de contacto: campos Nombre, Correo y Mensaje, botón \"Enviar\"",
                "Form: Nombre; Correo; Mensaje; Enviar",
            ),
            (
                "Infografía \"3 consejos para dormir\": 1. Apaga la pantalla 2. Ventila el cuarto 3. Acuéstate temprano",
                "Infographic: 3 consejos para dormir; Apaga la pantalla; Ventila el cuarto; Acuéstate temprano",
            ),
            (
                "línea de tiempo: 2019 Fundación, 2021 Segunda tienda, 2024 Expansión",
                "Timeline: 2019 Fundación; 2021 Segunda tienda; 2024 Expansión",
            ),
        ],
    );
}

#[test]
fn french() {
    check(
        "fr",
        &[
            (
                "un pot de confiture maison sur une table",
                "Scene: 1 pot, 1 jam, 1 table / jam In pot, pot On table",
            ),
            (
                "ticket de concert : Les Nuits, samedi 4 mai, Salle Pleyel, rang B place 12, 35 €",
                "Ticket: Les Nuits; samedi 4 mai; Salle Pleyel; 35 €; B; 12",
            ),
            (
                "trois hérissons sous un champignon géant, automne",
                "Scene: 3 hedgehog, 1 mushroom / hedgehog Under mushroom",
            ),
            (
                "Graphique des ventes : janvier 120, février 180, mars 260",
                "Chart: janvier; 120; février; 180; mars; 260",
            ),
            (
                "Page de connexion d'une application bancaire : titre « Bon retour », champs E-mail et Mot de passe, bouton « Se connecter »",
                "Login: Bon retour; E-mail; Mot de passe; Se connecter",
            ),
            (
                "Tableau de bord énergie : consommation 14,2 kWh, économies 48 200 €, courbe sur la journée",
                "Dashboard: 14,2 kWh; 48 200 €",
            ),
            (
                "Affiche de festival, titre « Été Sonore », du 12 au 14 juillet, lieu Parc de la Rivière, fond orange",
                "Poster: Été Sonore; du 12 au 14 juillet; Parc de la Rivière",
            ),
            (
                "un chat roux assis sur une chaise bleue à côté d'une table en bois",
                "Scene: 1 orange cat, 1 blue chair, 1 table / cat On chair, cat NextTo table",
            ),
            (
                "trois oiseaux jaunes au-dessus d'un arbre vert",
                "Scene: 3 yellow bird, 1 green tree / bird Above tree",
            ),
            (
                "Carte de visite pour Camille Laurent, architecte, tél. 01 55 50 01 42, camille@atelier-laurent.fr",
                "BusinessCard: Camille Laurent; architecte; 01 55 50 01 42; camille@atelier-laurent.fr",
            ),
            (
                "Étiquette de confiture « Abricot du Verger », 240 g",
                "Label: Abricot du Verger; 240 g",
            ),
            (
                "Une de magazine mode « Lumière », numéro 42, printemps",
                "MagazineCover: Lumière; numéro 42",
            ),
            (
                "une affiche de soldes \"-50 %\" sur fond rouge avec le texte \"Derniers jours\"",
                "Sale: -50 %; Derniers jours",
            ),
            (
                "Tableau de bord : 8 432 pas, chiffre d'affaires 48 200 €, téléphone 01 55 50 01 42",
                "Dashboard: 8 432; 48 200 €; 01 55 50 01 42",
            ),
            ("Affiche pour un concert de jazz", "Poster: "),
            (
                "Frise chronologique : 2018 Création, 2020 Première boutique, 2023 Export",
                "Timeline: 2018 Création; 2020 Première boutique; 2023 Export",
            ),
            (
                "Organigramme : directrice Claire Morel, ventes Paul Petit, technique Ana Lima",
                "OrgChart: Claire Morel; Paul Petit; Ana Lima",
            ),
            (
                "Carte mentale, centre « Vacances », branches Plage, Montagne, Ville",
                "MindMap: Vacances; Plage; Montagne; Ville",
            ),
            (
                "deux pommes vertes sous une table ronde",
                "Scene: 2 green apple, 1 table / apple Under table",
            ),
            (
                "un grand arbre à gauche d'une petite maison blanche",
                "Scene: 1 tree, 1 white house / tree LeftOf house, tree Larger house",
            ),
        ],
    );
}

#[test]
fn german() {
    check(
        "de",
        &[
            (
                "Diagramm: Umsatz nach Filiale, Nord 5, Süd 7, Ost 9",
                "Chart: Umsatz nach Filiale; Nord; 5; Süd; 7; Ost; 9",
            ),
            (
                "eine Katze unter dem Tisch und ein Hund auf dem Sofa",
                "Scene: 1 cat, 1 table, 1 dog, 1 sofa / cat Under table, dog On sofa",
            ),
            (
                "ein Eichhörnchen mit einer Haselnuss auf einem Baumstumpf",
                "Scene: 1 squirrel, 1 hazelnut, 1 stump / squirrel With hazelnut, hazelnut On stump",
            ),
            (
                "Querschnitt der Erde mit Beschriftungen Kruste, Mantel, Kern",
                "CrossSection: Kruste; Mantel; Kern",
            ),
            (
                "Flyer für einen Yogakurs: montags 18:30, 12 € pro Stunde",
                "Poster: Yogakurs; montags 18:30; 12 € pro Stunde",
            ),
            (
                "Banking-App: Kontostand 3.482,50 €, letzte Umsätze, Button \"Überweisen\"",
                "MobileApp: 3.482,50 €; Überweisen",
            ),
            (
                "Balkendiagramm der Verkäufe: Q1 120, Q2 180, Q3 240, Q4 310",
                "Chart: Verkäufe; Q1; 120; Q2; 180; Q3; 240; Q4; 310",
            ),
            (
                "Konzertplakat für „Nachtklang“, Freitag, 9. Mai, 20 Uhr, Halle 5, Eintritt 18 €",
                "Poster: Nachtklang; Freitag, 9. Mai, 20 Uhr; Halle 5; Eintritt; 18 €",
            ),
            (
                "ein schwarzer Hund mit einem blauen Hut neben einem Fahrrad",
                "Scene: 1 black dog, 1 blue hat, 1 bicycle / dog Wearing hat, dog NextTo bicycle",
            ),
            (
                "Geburtstagskarte mit Luftballons: „Alles Gute, Mia!“",
                "SocialCard: Alles Gute, Mia!",
            ),
            (
                "Fitness-App-Startbildschirm mit 8.432 Schritten, 5,6 km und 512 kcal",
                "MobileApp: 8.432; 5,6 km; 512 kcal",
            ),
            ("Plakat für ein Sommerfest mit Sonnenblumen", "Poster: "),
            (
                "Einladung zum Geburtstag, bunt und fröhlich",
                "Invitation: ",
            ),
            (
                "drei Kerzen, zwei Bücher und eine Tasse Kaffee auf einem Holztisch",
                "Scene: 3 candle, 2 book, 1 coffee cup, 1 table / candle On table, book On table, coffee cup On table",
            ),
            (
                "Zeitstrahl: 2018 Gründung, 2020 Erster Laden, 2023 Expansion",
                "Timeline: 2018 Gründung; 2020 Erster Laden; 2023 Expansion",
            ),
            (
                "Preisschild: Apfelsaft 1 l, 2,49 €",
                "PriceTag: Apfelsaft; 1 l; 2,49 €",
            ),
            (
                "ein kleiner weißer Hase zwischen zwei Bäumen im Schnee",
                "Scene: 1 white rabbit, 2 tree / rabbit Between tree",
            ),
            (
                "eine alte Frau mit einem roten Regenschirm im Regen",
                "Scene: 1 old woman, 1 red umbrella / old woman Holding umbrella",
            ),
        ],
    );
}

#[test]
fn portuguese() {
    check(
        "pt",
        &[
            (
                "gráfico de pizza: Aluguel 40%, Comida 25%, Lazer 35%",
                "Chart: Aluguel; 40%; Comida; 25%; Lazer; 35%",
            ),
            (
                "uma xícara vermelha ao lado de um livro aberto sobre a mesa",
                "Scene: 1 red cup, 1 book, 1 table / cup NextTo book, book On table",
            ),
            (
                "Post para Instagram de uma padaria, título \"Pão quentinho\", botão \"Peça já\"",
                "SocialCard: Pão quentinho; Peça já",
            ),
            (
                "Tela de login do app \"Mar Azul\" com campos E-mail e Senha e botão \"Entrar\"",
                "Login: Mar Azul; E-mail; Senha; Entrar",
            ),
            (
                "Dashboard de vendas com receita R$ 48.200, pedidos 1.284 e gráfico de linhas",
                "Dashboard: R$ 48.200; 1.284",
            ),
            (
                "Cartaz de festa junina: \"Arraiá da Vila\", sábado 21 de junho, 18h, entrada R$ 20",
                "Poster: Arraiá da Vila; sábado 21 de junho, 18h; entrada R$ 20",
            ),
            (
                "dois cachorros marrons e um gato preto na praia",
                "Scene: 2 brown dog, 1 black cat / ",
            ),
            (
                "quatro balões vermelhos acima de uma casa branca",
                "Scene: 4 red balloon, 1 white house / balloon Above house",
            ),
            (
                "Cardápio de pizzaria: Margherita R$ 42, Calabresa R$ 45, Quatro Queijos R$ 48",
                "Menu: Margherita; R$ 42; Calabresa; R$ 45; Quatro Queijos; R$ 48",
            ),
            ("Cartaz de doação de sangue", "Poster: "),
            (
                "Linha do tempo: 2019 Fundação, 2021 Segunda loja, 2024 Expansão",
                "Timeline: 2019 Fundação; 2021 Segunda loja; 2024 Expansão",
            ),
            (
                "Etiqueta de preço: Café moído 500 g, R$ 18,90",
                "PriceTag: Café moído; 500 g; R$ 18,90",
            ),
            (
                "Convite de aniversário: \"Sofia faz 5 anos\", sábado 8 de março, 15h, Rua das Flores 12",
                "Invitation: Sofia faz 5 anos; sábado 8 de março, 15h; Rua das Flores 12",
            ),
            (
                "um gato preto atrás de um sofá amarelo",
                "Scene: 1 black cat, 1 yellow sofa / cat Behind sofa",
            ),
        ],
    );
}

#[test]
fn italian() {
    check(
        "it",
        &[
            (
                "un violino su una sedia di legno accanto a un pianoforte",
                "Scene: 1 violin, 1 chair, 1 piano / violin On chair, violin NextTo piano",
            ),
            (
                "Logo per una gelateria chiamata \"Fiordilatte\"",
                "Logo: Fiordilatte",
            ),
            (
                "Schermata di accesso per l'app \"Onda\", campi Email e Password, pulsante \"Accedi\"",
                "Login: Onda; Email; Password; Accedi",
            ),
            (
                "Locandina concerto: titolo \"Notte d'Estate\", venerdì 20 giugno ore 21, Piazza del Duomo, ingresso libero",
                "Poster: Notte d'Estate; venerdì 20 giugno ore 21; Piazza del Duomo",
            ),
            (
                "due gatti neri e un cane bianco sul divano rosso",
                "Scene: 2 black cat, 1 white dog, 1 red sofa / cat On sofa, dog On sofa",
            ),
            (
                "una mela rossa e una pera verde su un tavolo di legno",
                "Scene: 1 red apple, 1 green pear, 1 table / apple On table, pear On table",
            ),
            (
                "Menù di un ristorante: Bruschette 6 €, Spaghetti alle vongole 14 €, Tiramisù 5 €",
                "Menu: Bruschette; 6 €; Spaghetti alle vongole; 14 €; Tiramisù; 5 €",
            ),
            (
                "grafico a torta: Affitto 45%, Cibo 25%, Trasporti 18%, Svago 12%",
                "Chart: Affitto; 45%; Cibo; 25%; Trasporti; 18%; Svago; 12%",
            ),
            (
                "biglietto d'auguri con scritto \"Buon compleanno, nonna\" e fiori gialli",
                "SocialCard: Buon compleanno, nonna",
            ),
            (
                "un tramonto sul mare con tre barche a vela bianche",
                "Scene: 3 white sailboat / ",
            ),
            ("Locandina per una pizzeria con una pizza", "Poster: "),
            (
                "sei palloncini colorati legati a una panchina verde nel parco d'autunno",
                "Scene: 6 balloon, 1 green bench / balloon With bench",
            ),
            (
                "Biglietto da visita: Marco Conti, fotografo, 02 555 0142, marco@conti.it",
                "BusinessCard: Marco Conti; fotografo; 02 555 0142; marco@conti.it",
            ),
            (
                "una barca gialla davanti a un faro di notte",
                "Scene: 1 yellow boat, 1 lighthouse / boat InFrontOf lighthouse",
            ),
        ],
    );
}

#[test]
fn dutch() {
    check(
        "nl",
        &[
            (
                "Logo voor fietsenwinkel \"Twee Wielen\"",
                "Logo: Twee Wielen",
            ),
            (
                "Settings screen met schakelaars Meldingen, Donkere modus, Locatie",
                "Settings: Meldingen; Donkere modus; Locatie",
            ),
            (
                "Inlogscherm voor de app \"Duin\", velden E-mailadres en Wachtwoord, knop \"Inloggen\"",
                "Login: Duin; E-mailadres; Wachtwoord; Inloggen",
            ),
            (
                "Verkoopdashboard: omzet € 48.200, bestellingen 1.284, nieuwe klanten 312, staafdiagram per week",
                "Dashboard: € 48.200; 1.284; 312",
            ),
            (
                "Concertposter \"Nachtwind\", vrijdag 9 mei om 20.00 uur, Paradiso, toegang € 18",
                "Poster: Nachtwind; vrijdag 9 mei om 20.00 uur; Paradiso; € 18",
            ),
            (
                "drie rode appels en twee groene peren in een mand op de tafel",
                "Scene: 3 red apple, 2 green pear, 1 basket, 1 table / apple In basket, pear In basket, basket On table",
            ),
            (
                "een zwarte kat zit op een blauwe stoel naast een fiets",
                "Scene: 1 black cat, 1 blue chair, 1 bicycle / cat On chair, cat NextTo bicycle",
            ),
            (
                "Verjaardagskaart met ballonnen: \"Gefeliciteerd, Sanne!\"",
                "SocialCard: Gefeliciteerd, Sanne!",
            ),
            (
                "Menukaart: Koffie € 2,80, Appeltaart € 4,50, Tosti € 5,20, krijtbordstijl",
                "Menu: Koffie; € 2,80; Appeltaart; € 4,50; Tosti; € 5,20",
            ),
            (
                "cirkeldiagram: Wonen 40%, Eten 25%, Vervoer 20%, Vrije tijd 15%",
                "Chart: Wonen; 40%; Eten; 25%; Vervoer; 20%; Vrije tijd; 15%",
            ),
            (
                "Visitekaartje voor Joris de Wit, fotograaf, 020 555 0142, joris@dewit.nl",
                "BusinessCard: Joris de Wit; fotograaf; 020 555 0142; joris@dewit.nl",
            ),
            (
                "landschap met molen en tulpen bij zonsondergang, aquarel",
                "Scene: 1 windmill, some tulip / ",
            ),
            ("Poster voor een yogastudio", "Poster: "),
            (
                "vier gele tulpen in een glazen vaas op een ronde tafel",
                "Scene: 4 yellow tulip, 1 vase, 1 table / tulip In vase, vase On table",
            ),
            (
                "Tijdlijn: 2018 Oprichting, 2020 Eerste winkel, 2023 Export",
                "Timeline: 2018 Oprichting; 2020 Eerste winkel; 2023 Export",
            ),
            (
                "Mindmap met midden \"Tuin\" en takken Groente, Bloemen, Kruiden",
                "MindMap: Tuin; Groente; Bloemen; Kruiden",
            ),
            (
                "Prijskaartje: Kaas 250 g, € 4,99",
                "PriceTag: Kaas; 250 g; € 4,99",
            ),
            (
                "een groene kikker op een blad in de vijver",
                "Scene: 1 green frog, 1 leaf, 1 pond / frog On leaf, leaf In pond",
            ),
            (
                "twee kinderen met een rode vlieger op het strand",
                "Scene: 2 child, 1 red kite / child Holding kite",
            ),
        ],
    );
}

#[test]
fn polish() {
    check(
        "pl",
        &[
            (
                "schemat komórki roślinnej z etykietami: jądro, ściana komórkowa, chloroplast",
                "LabelledDiagram: jądro; ściana komórkowa; chloroplast",
            ),
            ("Logo dla kwiaciarni „Malwa”", "Logo: Malwa"),
            (
                "Ekran ustawień z przełącznikami Powiadomienia, Tryb ciemny, Lokalizacja",
                "Settings: Powiadomienia; Tryb ciemny; Lokalizacja",
            ),
            (
                "Ekran logowania do aplikacji „Chmura”, pola E-mail i Hasło, przycisk „Zaloguj się”",
                "Login: Chmura; E-mail; Hasło; Zaloguj się",
            ),
            (
                "Panel sprzedaży: przychody 48 200 zł, zamówienia 1 284, nowi klienci 312, wykres słupkowy tygodniowy",
                "Dashboard: 48 200 zł; 1 284; 312",
            ),
            (
                "Plakat koncertowy „Nocny Rytm”, piątek 9 maja, godz. 20:00, Klub Stodoła, bilety 60 zł",
                "Poster: Nocny Rytm; piątek 9 maja, godz. 20:00; Klub Stodoła; 60 zł",
            ),
            (
                "trzy czerwone jabłka i dwie zielone gruszki w koszyku na stole",
                "Scene: 3 red apple, 2 green pear, 1 basket, 1 table / apple In basket, pear In basket, basket On table",
            ),
            (
                "czarny kot siedzi na niebieskim krześle obok roweru",
                "Scene: 1 black cat, 1 blue chair, 1 bicycle / cat On chair, cat NextTo bicycle",
            ),
            (
                "dwa białe psy na plaży o zachodzie słońca",
                "Scene: 2 white dog / ",
            ),
            (
                "Kartka urodzinowa z balonami: „Sto lat, Zosiu!”",
                "SocialCard: Sto lat, Zosiu!",
            ),
            (
                "Menu kawiarni: Espresso 8 zł, Cappuccino 12 zł, Szarlotka 15 zł, styl kredowy",
                "Menu: Espresso; 8 zł; Cappuccino; 12 zł; Szarlotka; 15 zł",
            ),
            (
                "wykres kołowy: Mieszkanie 40%, Jedzenie 25%, Transport 20%, Rozrywka 15%",
                "Chart: Mieszkanie; 40%; Jedzenie; 25%; Transport; 20%; Rozrywka; 15%",
            ),
            (
                "Wizytówka: Anna Kowalska, architektka, tel. 22 555 01 42, anna@kowalska.pl",
                "BusinessCard: Anna Kowalska; architektka; 22 555 01 42; anna@kowalska.pl",
            ),
            (
                "Etykieta na miód „Lipowy Gaj”, 400 g",
                "Label: Lipowy Gaj; 400 g",
            ),
            ("Plakat na Halloween z dynią", "Poster: Halloween"),
            ("Zaproszenie na ślub, elegancki styl", "Invitation: "),
            (
                "Trzy białe koty siedzą na czerwonej kanapie pod oknem",
                "Scene: 3 white cat, 1 red sofa, 1 window / cat On sofa, cat Under window",
            ),
            (
                "Oś czasu: 2018 Założenie, 2020 Pierwszy sklep, 2023 Eksport",
                "Timeline: 2018 Założenie; 2020 Pierwszy sklep; 2023 Eksport",
            ),
            (
                "Metka z ceną: Sok jabłkowy 1 l, 5,49 zł",
                "PriceTag: Sok jabłkowy; 1 l; 5,49 zł",
            ),
            (
                "stary rower pod zielonym drzewem w parku",
                "Scene: 1 bicycle, 1 green tree / bicycle Under tree",
            ),
            (
                "kobieta w czerwonej sukience trzyma biały parasol",
                "Scene: 1 woman, 1 red dress, 1 white umbrella / woman Wearing dress, woman Holding umbrella",
            ),
        ],
    );
}

#[test]
fn turkish() {
    check(
        "tr",
        &[
            (
                "karlı dağların önünde küçük kırmızı bir kulübe",
                "Scene: some mountain, 1 red cabin / cabin InFrontOf mountain",
            ),
            (
                "Ayarlar ekranı: Bildirimler, Karanlık mod, Konum",
                "Settings: Bildirimler; Karanlık mod; Konum",
            ),
            (
                "\"Bulut\" uygulaması için giriş ekranı, E-posta ve Şifre alanları, \"Giriş yap\" butonu",
                "Login: Bulut; E-posta; Şifre; Giriş yap",
            ),
            (
                "Satış paneli: aylık gelir ₺48.200, siparişler 1.284, yeni müşteriler 312, çubuk grafik",
                "Dashboard: ₺48.200; 1.284; 312",
            ),
            (
                "Konser afişi, başlık \"Gece Ritmi\", 9 Mayıs Cuma saat 20.00, Zorlu PSM, bilet 450 ₺",
                "Poster: Gece Ritmi; 9 Mayıs Cuma; 20.00; Zorlu PSM; 450 ₺",
            ),
            (
                "masanın üzerinde üç kırmızı elma ve iki yeşil armut",
                "Scene: 1 table, 3 red apple, 2 green pear / apple On table, pear On table",
            ),
            (
                "mavi bir sandalyenin üstünde siyah bir kedi",
                "Scene: 1 blue chair, 1 black cat / cat On chair",
            ),
            (
                "Doğum günü kartı: \"İyi ki doğdun Elif!\", balonlar ve pasta ile",
                "SocialCard: İyi ki doğdun Elif!",
            ),
            (
                "Kafe menüsü: Türk kahvesi 70 ₺, Çay 25 ₺, Cheesecake 120 ₺, kara tahta tarzı",
                "Menu: Türk kahvesi; 70 ₺; Çay; 25 ₺; Cheesecake; 120 ₺",
            ),
            (
                "pasta grafiği: Kira %40, Gıda %25, Ulaşım %20, Eğlence %15",
                "Chart: Kira; %40; Gıda; %25; Ulaşım; %20; Eğlence; %15",
            ),
            (
                "Kartvizit: Deniz Yılmaz, mimar, 0212 555 01 42, deniz@yilmaz.com.tr",
                "BusinessCard: Deniz Yılmaz; mimar; 0212 555 01 42; deniz@yilmaz.com.tr",
            ),
            (
                "\"Bahar İndirimi\" yazan bir indirim afişi, %30 indirim, yeşil arka plan",
                "Sale: Bahar İndirimi; %30 indirim",
            ),
            (
                "kırmızı şapkalı bir köpek parkta",
                "Scene: 1 red hat, 1 dog / dog Wearing hat",
            ),
            ("Kahve dükkanı için Instagram gönderisi", "SocialCard: "),
            (
                "iki sarı balon ve üç yeşil balon gökyüzünde",
                "Scene: 2 yellow balloon, 3 green balloon / ",
            ),
            (
                "Zaman çizelgesi: 2018 Kuruluş, 2020 İlk mağaza, 2023 İhracat",
                "Timeline: 2018 Kuruluş; 2020 İlk mağaza; 2023 İhracat",
            ),
            (
                "Fiyat etiketi: Elma suyu 1 l, 45 ₺",
                "PriceTag: Elma suyu; 1 l; 45 ₺",
            ),
            (
                "Sertifika: Ayşe Demir, Fotoğrafçılık kursu, 12 Mart 2026",
                "Certificate: Ayşe Demir; Fotoğrafçılık kursu; 12 Mart 2026",
            ),
            (
                "Zihin haritası: merkezde \"Bahçe\", dallar Sebze, Çiçek, Ot",
                "MindMap: Bahçe; Sebze; Çiçek; Ot",
            ),
            (
                "kutunun içinde dört mavi top",
                "Scene: 1 box, 4 blue ball / ball In box",
            ),
            (
                "ağacın altında uyuyan turuncu bir kedi",
                "Scene: 1 tree, 1 orange cat / cat Under tree",
            ),
            (
                "köprünün üstünde sarı bir otobüs",
                "Scene: 1 bridge, 1 yellow bus / bus On bridge",
            ),
        ],
    );
}
