/**
 * Names of services that send codes, as their makers spell them: the only ones that a model is told as a field of their
 * own, since any other name is a stranger's text and may hold instructions. A line to add one, in its group.
 */
const NAMES = `
Google, Gmail, YouTube, Microsoft, Outlook, Skype, Xbox, LinkedIn, GitHub, Apple, iCloud, Amazon, AWS, Audible, Twitch, Meta,
Facebook, Messenger, Instagram, WhatsApp, Threads, Oculus, Yahoo, AOL, Mail.ru, Yandex, VK, Proton, ProtonMail, Fastmail, Zoho,
Tutanota, GMX, WEB.DE, Naver, Kakao, KakaoTalk, Baidu, Tencent, WeChat, QQ, Weibo, Alibaba, Alipay, Taobao, Tmall, Lazada,
AliExpress, JD.com, Meituan, Didi, ByteDance, TikTok, Douyin, Xiaomi, Huawei, Samsung, Sony, PlayStation, Nintendo, LINE, Viber,

Telegram, Signal, Discord, Slack, Zoom, Webex, Teams, Snapchat, Twitter, X, Reddit, Pinterest, Tumblr, Mastodon, Bluesky, Quora,
Medium, Substack, Clubhouse, BeReal, IMO, Zalo, Truecaller, Nextdoor, Meetup, Eventbrite, Patreon, OnlyFans, Tinder, Bumble, Hinge,
Badoo, Grindr, OkCupid, Match, POF, Feeld, Happn, Tantan, Hily,

OpenAI, ChatGPT, Anthropic, Claude, Perplexity, Mistral, DeepSeek, Hugging Face, Midjourney, Cursor, Replit, GitLab, Bitbucket,
Atlassian, Jira, Trello, Notion, Figma, Canva, Adobe, Dropbox, Box, Evernote, Asana, Monday.com, ClickUp, Airtable, Linear, Miro,
Vercel, Netlify, Heroku, Cloudflare, DigitalOcean, Linode, Hetzner, OVHcloud, Fly.io, Render, Railway, Supabase, Firebase, MongoDB,
Twilio, SendGrid, Vonage, Stripe, Okta, Auth0, Duo, LastPass, 1Password, Bitwarden, Authy, Docker, npm, PyPI, Stack Overflow,
Salesforce, HubSpot, Zendesk, Intercom, Mailchimp, DocuSign, Shopify, Squarespace, Wix, WordPress, GoDaddy, Namecheap, Porkbun,
SAP, Oracle, IBM, Cisco, Dell, HP, Lenovo, Nvidia, Intel, Steam, Epic Games, Riot Games, Blizzard, Battle.net, EA, Ubisoft, Roblox,
Minecraft, Garena, Netflix, Disney+, Hulu, HBO Max, Paramount+, Spotify, Deezer, Tidal, SoundCloud, Pandora,

PayPal, Venmo, Cash App, Zelle, Square, Klarna, Afterpay, Affirm, Wise, Revolut, N26, Monzo, Starling, bunq, Chime, SoFi, Robinhood,
eToro, Plus500, Coinbase, Binance, Kraken, Gemini, Bybit, OKX, KuCoin, Crypto.com, Bitfinex, Bitstamp, Blockchain.com, MetaMask,
MoonPay, Skrill, Neteller, Payoneer, Western Union, MoneyGram, Remitly, Paysafe, Plaid, Mollie, Adyen, iDEAL, Swish, Vipps,
MobilePay, BLIK, Bizum, M-Pesa, Paytm, PhonePe, Google Pay, Apple Pay, Samsung Pay, GCash, Maya, GrabPay, OVO, DANA, GoPay, MoMo,
Mercado Pago, Nubank, PicPay, PIX, RappiPay, Nequi, Daviplata, Yape, Plin, Capital One, Chase, Citi, Citibank, Bank of America,
Wells Fargo, American Express, Amex, Mastercard, Visa, Discover, US Bank, PNC, TD Bank, Fidelity, Schwab, Vanguard, HSBC, Barclays,
Lloyds, NatWest, Santander, Halifax, Nationwide, BNP Paribas, Crédit Agricole, Société Générale, Boursorama, ING, Rabobank, ABN AMRO,
Deutsche Bank, Commerzbank, Sparkasse, DKB, UniCredit, Intesa Sanpaolo, BBVA, CaixaBank, Sabadell, Nordea, SEB, Swedbank, Danske Bank,
PKO, mBank, Sberbank, Tinkoff, Alfa-Bank, VTB, PrivatBank, monobank, Garanti, Akbank, İşbank, HDFC, HDFC Bank, ICICI, ICICI Bank, SBI,
Axis Bank, Kotak, DBS, OCBC, UOB, Maybank, CIMB, BCA, Mandiri, BRI, BDO, BPI, Itaú, Bradesco, Caixa, Banco do Brasil, Bancolombia,

Uber, Uber Eats, Lyft, Bolt, Grab, Gojek, Ola, Rapido, inDrive, Cabify, FREENOW, BlaBlaCar, Careem, Yango, Lime, Bird, TIER, Turo,
Zipcar, Sixt, Hertz, Airbnb, Booking.com, Booking, Expedia, Hotels.com, Agoda, Trip.com, Kayak, Vrbo, Ryanair, easyJet, Lufthansa,
DoorDash, Grubhub, Instacart, Postmates, Deliveroo, Just Eat, Lieferando, foodpanda, Wolt, Glovo, Rappi, iFood, Swiggy, Zomato,
Zepto, Blinkit, BigBasket, Getir, Talabat, HungerStation, Jumia, Noon, Walmart, Target, Costco, Best Buy, Home Depot, IKEA, Zara,
H&M, Nike, Adidas, SHEIN, Temu, Wish, eBay, Etsy, Craigslist, Gumtree, OLX, Avito, Leboncoin, Wallapop, Vinted, Depop, Poshmark,
OfferUp, Mercari, Allegro, Zalando, ASOS, Otto, bol.com, Cdiscount, Fnac, Coupang, Rakuten, Mercado Libre, Mercado Livre, Flipkart,
Myntra, Meesho, Tokopedia, Shopee, Bukalapak, Daraz, Ozon, Wildberries, Trendyol, Hepsiburada, Starbucks, McDonald's, KFC,
Domino's, Burger King, FedEx, UPS, USPS, DHL, DPD, GLS, Royal Mail, Hermes, Evri, InPost, Correos, La Poste,

Indeed, Glassdoor, Upwork, Fiverr, Freelancer, Toptal, Coursera, Udemy, Duolingo, Khan Academy, edX, Strava, Fitbit, Garmin, Peloton,
AT&T, Verizon, T-Mobile, Vodafone, Orange, Telefónica, O2, EE, Three, Telekom, Swisscom, Telia, Jio, Airtel, Vi, MTN, Safaricom,
Claro, Vivo, TIM, Movistar, Login.gov, ID.me, IRS, GOV.UK, NHS, DigiLocker, Aadhaar, UIDAI, CoWIN, Singpass, MyGov, AnyDesk, TeamViewer,
Wikipedia, DuckDuckGo, Mozilla, Firefox, Opera, Brave, NordVPN, ExpressVPN, Surfshark, Ring, Nest, Sonos, Tesla, BMW, Mercedes-Benz, Ford
`;

const spelled = new Map(
  NAMES.split(/[,\n]+/)
    .map((name) => name.trim())
    .filter((name) => name !== "")
    .map((name) => [keyOf(name), name]),
);

/** A known service's name in its makers' spelling, whatever the case and signs it was written with; undefined for any other text. */
export function knownService(name: string | undefined): string | undefined {
  return name === undefined ? undefined : spelled.get(keyOf(name));
}

/** Only letters and digits count. Letters that merely look alike do not: that would be another's name. */
function keyOf(name: string): string {
  return name
    .normalize("NFC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}+]/gu, "");
}
