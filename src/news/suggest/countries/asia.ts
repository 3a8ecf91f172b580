/** Asia and Oceania: code | names, the first one as people tag it | capital, then large cities and what stands for the country | what its people and things are called. */
export const ASIA = `
AF | Afghanistan | Kabul, Kandahar, Herat | Afghan, Afghans
AM | Armenia | Yerevan | Armenian, Armenians
AZ | Azerbaijan | Baku | Azerbaijani, Azerbaijanis, Azeri, Azeris
BH | Bahrain | Manama | Bahraini, Bahrainis
BD | Bangladesh | Dhaka, Dacca, Chittagong | Bangladeshi, Bangladeshis
BT | Bhutan | Thimphu | Bhutanese
BN | Brunei, Brunei Darussalam | Bandar Seri Begawan | Bruneian, Bruneians
KH | Cambodia, Kampuchea | Phnom Penh | Cambodian, Cambodians, Kampuchean
CN | China, People's Republic of China, PRC | Beijing, Peking, Shanghai, Guangzhou, ?Canton, Shenzhen, Wuhan | Chinese
GE | ?Georgia | Tbilisi | Georgian, Georgians
HK | Hong Kong, Hongkong | | Hongkonger, Hongkongers
IN | India | New Delhi, Delhi, Bombay, Mumbai, Calcutta, Kolkata, Madras, Chennai, Bangalore, Bengaluru | Indian, Indians
ID | Indonesia | Jakarta, Surabaya, Bandung | Indonesian, Indonesians
IR | Iran | Tehran, Teheran, Isfahan | Iranian, Iranians
IQ | Iraq | Baghdad, Basra, Mosul, Erbil, Kirkuk | Iraqi, Iraqis
IL | ?Israel | Jerusalem, Tel Aviv, Haifa | Israeli, Israelis
JP | Japan | Tokyo, Osaka, Kyoto, Yokohama, Nagoya | Japanese
JO | ?Jordan | Amman | Jordanian, Jordanians
KZ | Kazakhstan | Astana, Almaty, Nur-Sultan | Kazakh, Kazakhs, Kazakhstani
KW | Kuwait | Kuwait City | Kuwaiti, Kuwaitis
KG | Kyrgyzstan | Bishkek | Kyrgyz, Kyrgyzstani
LA | Laos | Vientiane | Lao, Laotian, Laotians
LB | Lebanon | Beirut, ?Tripoli | Lebanese
MO | Macau, Macao | | Macanese
MY | Malaysia | Kuala Lumpur, Penang | Malaysian, Malaysians
MV | Maldives | ?Malé | Maldivian, Maldivians
MN | Mongolia | Ulan Bator, Ulaanbaatar | Mongolian, Mongolians
MM | Myanmar, Burma | Naypyidaw, Yangon, Rangoon | Burmese
NP | Nepal | Kathmandu, Katmandu | Nepalese, Nepali, Nepalis
KP | North Korea, DPRK | Pyongyang | North Korean, North Koreans
OM | Oman | Muscat | Omani, Omanis
PK | Pakistan | Islamabad, Karachi, Lahore, Peshawar | Pakistani, Pakistanis
PS | Palestine, Palestinian Territories, West Bank, Gaza Strip, Gaza | Ramallah, Gaza City | Palestinian, Palestinians
PH | Philippines | Manila, Cebu | Philippine, Filipino, Filipinos
QA | Qatar | Doha | Qatari, Qataris
SA | Saudi Arabia | Riyadh, Jeddah, Mecca, Dhahran | Saudi, Saudis, Saudi Arabian
SG | Singapore | | Singaporean, Singaporeans
KR | South Korea, Republic of Korea, S. Korea, Korea | Seoul, Busan, Pusan | South Korean, South Koreans, S. Korean, Korean, Koreans
LK | Sri Lanka, Ceylon | Colombo | Sri Lankan, Sri Lankans
SY | Syria | Damascus, Aleppo, Homs, Idlib, Raqqa | Syrian, Syrians
TW | Taiwan, Republic of China | Taipei | Taiwanese
TJ | Tajikistan | Dushanbe | Tajik, Tajiks, Tajikistani
TH | Thailand | Bangkok, Phuket | Thai, Thais
TL | East Timor, Timor-Leste | Dili | Timorese
TR | Turkey, Türkiye | Ankara, Istanbul, Izmir | Turkish, Turks
TM | Turkmenistan | Ashgabat | Turkmen, Turkmens
AE | United Arab Emirates, UAE, U.A.E. | Abu Dhabi, Dubai, Sharjah | Emirati, Emiratis
UZ | Uzbekistan | Tashkent, Samarkand | Uzbek, Uzbeks
VN | Vietnam | Hanoi, Ho Chi Minh City, Saigon | Vietnamese
YE | Yemen | Sanaa, Sana'a, Aden, Hodeidah | Yemeni, Yemenis
AU | Australia | Canberra, ?Sydney, ?Melbourne, Brisbane, ?Perth, Adelaide | Australian, Australians
FJ | Fiji | Suva | Fijian, Fijians
KI | Kiribati | Tarawa | I-Kiribati
MH | Marshall Islands | Majuro | Marshallese
FM | Micronesia | Palikir | Micronesian, Micronesians
NR | Nauru | | Nauruan, Nauruans
NC | New Caledonia | Noumea | New Caledonian
NZ | New Zealand | ?Wellington, Auckland, Christchurch | New Zealander, New Zealanders
PW | Palau | Ngerulmud | Palauan, Palauans
PG | Papua New Guinea | Port Moresby | Papuan, Papua New Guinean
WS | Samoa, Western Samoa | Apia | Samoan, Samoans
SB | Solomon Islands, Solomons | Honiara | Solomon Islander, Solomon Islanders
TO | Tonga | Nuku'alofa, Nukualofa | Tongan, Tongans
TV | Tuvalu | Funafuti | Tuvaluan, Tuvaluans
VU | Vanuatu | Port Vila | ni-Vanuatu
`;
