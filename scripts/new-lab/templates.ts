import { stringify } from 'yaml';

/** A small lab that is sound and can be proved as it is: what its author puts in its place can be compared with it. */
export const labFile = (name: string): string => `# yaml-language-server: $schema=../../schema/lab.schema.json
vigie: 1
id: ${stringify(name).trim()}
lang: fr
title:
  fr: Un serveur Web dans un conteneur
  en: A web server in a container
scale: 20
pass: 10
reveal: hint
images: [nginx]
tasks:
  - id: container
    title:
      fr: Lancer le conteneur \`web\`
      en: Run the container \`web\`
    course:
      fr: Le chapitre qui l’explique
      en: The chapter that explains it
    points: 12
    checks:
      - container: web
        title:
          fr: Il vient de l’image \`nginx\` et tourne
          en: It comes from the image \`nginx\` and runs
        image: nginx:latest
        state: running
        partial: true
      - container: web
        title:
          fr: Son port 80 est relié au port 8080 de l’hôte
          en: Its port 80 is connected to port 8080 of the host
        ports: ['8080:80']

  - id: page
    title:
      fr: Le serveur répond
      en: The server answers
    needs: [container]
    points: 8
    checks:
      - http: { container: web, port: 80, path: / }
        title:
          fr: La page de nginx s’affiche
          en: The page of nginx comes back
        status: 200
        body: /Welcome to nginx/
        within: 5s
`;

export const referenceSession = `; What a student types who does all of it right.
$ docker run -d -p 8080:80 --name web nginx
`;

export const wrongSession = (name: string): string => `lab: ${name}
title: The ports are the wrong way round
expect: container.2 failed container.ports-swapped
expect: page.1 blocked
points: 6

$ docker run -d -p 80:8080 --name web nginx
`;

const french = (name: string): string => `# TP — Un serveur Web dans un conteneur

_[In English](README.en.md)_

Durée : 15 minutes. Il faut une machine sur laquelle Docker est installé et démarré.

## 1. Lancer le conteneur

Donnez-lui le nom \`web\`, et reliez le port 8080 de l’hôte à son port 80 :

\`\`\`bash
docker run -d -p 8080:80 --name web nginx
\`\`\`

## 2. Voir la page

Ouvrez <http://localhost:8080>, ou tapez \`curl http://localhost:8080\`.

**Ne supprimez pas le conteneur** : la correction le regarde.

## Ce qui est vérifié

| Étape                                                                 | Points |
| --------------------------------------------------------------------- | -----: |
| Le conteneur \`web\` tourne, et son port 80 est le port 8080 de l’hôte |     12 |
| Le serveur répond                                                     |      8 |

\`\`\`bash
npm run grade -- ${name}
\`\`\`
`;

const english = (name: string): string => `# Lab — A web server in a container

_[En français](README.md)_

Time: 15 minutes. You need a machine on which Docker is installed and started.

## 1. Run the container

Call it \`web\`, and connect port 8080 of the host to its port 80:

\`\`\`bash
docker run -d -p 8080:80 --name web nginx
\`\`\`

## 2. See the page

Open <http://localhost:8080>, or type \`curl http://localhost:8080\`.

**Do not remove the container**: grading looks at it.

## What is checked

| Step                                                              | Points |
| ----------------------------------------------------------------- | -----: |
| The container \`web\` runs, and its port 80 is port 8080 of the host |     12 |
| The server answers                                                |      8 |

\`\`\`bash
npm run grade -- ${name} --lang en
\`\`\`
`;

/** Instructions for students. */
export const readme = (name: string, language: 'fr' | 'en'): string =>
  language === 'fr' ? french(name) : english(name);
